package io.riftwatch.ingest.article;

import io.riftwatch.ingest.contract.Article;
import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.language.Languages;
import io.riftwatch.ingest.parse.Entry;
import io.riftwatch.ingest.wire.Agencies;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes an entry, and the page it links to where that was read, up as an article. */
final class Draft {

  private static final int LONGEST_TITLE = 500;
  private static final int LONGEST_HEADLINE = 140;

  private final int longestText;
  private final Languages languages;

  /**
   * @param longestText characters of a text, the rest is cut
   */
  Draft(int longestText, Languages languages) {
    this.longestText = longestText;
    this.languages = languages;
  }

  /**
   * The article, standing alone, or empty where neither entry nor page has a word to read.
   *
   * @param id the article's id
   * @param revision from 1
   * @param page empty where it was not to be read or could not be
   */
  Optional<Article> of(
      Source source, Item item, String id, int revision, Optional<Page> page, Instant seenAt) {
    Entry entry = item.entry();
    String text = cut(text(entry, page), longestText);
    String title = cut(title(entry, page, text), LONGEST_TITLE);
    if (title.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Article(
            id,
            revision,
            source.feedId(),
            source.outlet(),
            entry.url().orElse(source.site()),
            title,
            text,
            languages.of(title, text, claimed(source, entry, page)).orElse(Article.UNDETERMINED),
            published(entry, page, seenAt),
            seenAt,
            Fingerprint.of(text.isEmpty() ? title : text).hex(),
            id,
            Agencies.credited(entry.author(), text).orElse(null)));
  }

  /** What is said of the article itself weighs more than what is said of the whole feed. */
  private static Optional<String> claimed(Source source, Entry entry, Optional<Page> page) {
    return entry.language().or(() -> page.flatMap(Page::language)).or(source::language);
  }

  /** Whether the page says more than the entry, so that its text is the article's. */
  static boolean isOfPage(Entry entry, Optional<Page> page) {
    return page.filter(p -> p.text().length() > entry.text().length()).isPresent();
  }

  private static String text(Entry entry, Optional<Page> page) {
    return isOfPage(entry, page) ? page.orElseThrow().text() : entry.text();
  }

  private static String title(Entry entry, Optional<Page> page, String text) {
    return Optional.of(entry.title())
        .filter(title -> !title.isBlank())
        .or(() -> page.map(Page::title).filter(title -> !title.isBlank()))
        .orElseGet(() -> headline(text));
  }

  /** The first line of a text. */
  private static String headline(String text) {
    return cut(text.lines().findFirst().orElse(""), LONGEST_HEADLINE);
  }

  /** Cuts at a space, so that no word and no character is split. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int space = text.lastIndexOf(' ', longest);
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, space > 0 ? space : end) + "…";
  }

  private static Instant published(Entry entry, Optional<Page> page, Instant seenAt) {
    return Stream.of(entry.publishedAt(), page.flatMap(Page::publishedAt), entry.updatedAt())
        .flatMap(Optional::stream)
        .filter(date -> !date.isAfter(seenAt))
        .findFirst()
        .orElse(seenAt);
  }
}
