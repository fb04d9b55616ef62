package io.riftwatch.classify.contract;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * The report a signal was read in.
 *
 * @param articleId the article's id
 * @param revision the article's revision, from 1
 * @param outlet who published it
 * @param url where a reader finds it
 * @param title its title
 * @param language ISO 639-1 of the language it was read in
 * @param publishedAt when it was published
 * @param seenAt when the feed that carried it was read
 * @param fingerprint SimHash of the text, 16 hexadecimal digits
 * @param wireGroup the article that this one is a copy of, itself where it is none; null where the
 *     article does not say
 */
public record Source(
    String articleId,
    int revision,
    String outlet,
    URI url,
    String title,
    String language,
    Instant publishedAt,
    Instant seenAt,
    String fingerprint,
    String wireGroup) {

  public Source {
    Objects.requireNonNull(articleId, "articleId");
    Objects.requireNonNull(outlet, "outlet");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(publishedAt, "publishedAt");
    Objects.requireNonNull(seenAt, "seenAt");
    Objects.requireNonNull(fingerprint, "fingerprint");
  }
}
