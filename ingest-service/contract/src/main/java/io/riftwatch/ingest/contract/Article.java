package io.riftwatch.ingest.contract;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * A report of one outlet as a feed gave it: the body of the event {@value #CE_TYPE} on the topic
 * {@value #TOPIC}, keyed by {@link #id}.
 *
 * @param id deterministic: the same entry of the same feed has the same id in every replica and
 *     after every restart
 * @param revision 1 for the first reading, one more each time the outlet edited title or text
 * @param feedId the feed that carried the entry
 * @param outlet who published it: the registrable name of the site, for example {@code lemonde.fr}
 * @param url where a reader finds it
 * @param title plain text, never blank
 * @param text plain text, paragraphs parted by blank lines; empty when the feed gave a title alone
 * @param language ISO 639-1, or {@code und} where it is not known
 * @param publishedAt when the outlet says it was published; {@link #seenAt} where it does not say
 *     or says a time in the future
 * @param seenAt when the feed was read
 * @param fingerprint SimHash of the text, 16 hexadecimal digits: copies of one wire dispatch differ
 *     in few bits (Charikar 2002)
 * @param wireGroup the id of the first article seen of those that are copies of one text, its own
 *     where it stands alone; it stays through revisions once it is shared. Null in events of before
 *     copies were grouped
 * @param agency the news agency that the article credits, for example {@code AFP}; null where it
 *     names none
 */
public record Article(
    String id,
    int revision,
    String feedId,
    String outlet,
    URI url,
    String title,
    String text,
    String language,
    Instant publishedAt,
    Instant seenAt,
    String fingerprint,
    String wireGroup,
    String agency) {

  public static final String CE_TYPE = "io.riftwatch.article.v1";
  public static final String TOPIC = "riftwatch.articles";
  public static final String SCHEMA = "/io/riftwatch/ingest/contract/article.v1.schema.json";

  /** The language code of a text whose language is not known. */
  public static final String UNDETERMINED = "und";

  public Article {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(feedId, "feedId");
    Objects.requireNonNull(outlet, "outlet");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(publishedAt, "publishedAt");
    Objects.requireNonNull(seenAt, "seenAt");
    Objects.requireNonNull(fingerprint, "fingerprint");
    if (revision < 1) {
      throw new IllegalArgumentException(
          "revision of article " + id + " is " + revision + ", not 1 or more");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("title of article " + id + " is blank");
    }
  }

  /** The same article as one of a group of copies. */
  public Article inGroup(String group) {
    return new Article(
        id,
        revision,
        feedId,
        outlet,
        url,
        title,
        text,
        language,
        publishedAt,
        seenAt,
        fingerprint,
        group,
        agency);
  }
}
