package io.riftwatch.ingest.extract;

import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the language a page claims to be written in. */
final class PageLanguage {

  private PageLanguage() {}

  /** The first claim that names a language. */
  static Optional<String> of(Document page, MetaTags meta, ArticleMarkup markup) {
    return Stream.of(
            attribute(page, "html"),
            markup.language(),
            meta.get("og:locale"),
            meta.get("content-language"),
            meta.get("language"),
            meta.get("dc.language"),
            attribute(page, "body"),
            attribute(page, "article"))
        .flatMap(Optional::stream)
        .flatMap(tag -> LanguageCode.of(tag).stream())
        .findFirst();
  }

  private static Optional<String> attribute(Document page, String tag) {
    return Optional.ofNullable(page.getElementsByTag(tag).first())
        .map(PageLanguage::claim)
        .filter(claim -> !claim.isBlank());
  }

  private static String claim(Element element) {
    return element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang");
  }
}
