package io.riftwatch.ingest.extract;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the article out of a web page: its text without everything around it. */
public final class PageReader {

  private static final String OWN_MARK = "[itemprop=articleBody]";
  private static final String SEMANTIC = "article, main, [role=main]";

  private PageReader() {}

  /**
   * Reads a page.
   *
   * @param body the bytes as they came
   * @param contentType the HTTP header's value, empty where there was none
   * @param url where the page was found
   */
  public static Page read(byte[] body, String contentType, URI url) {
    Document page = Jsoup.parse(TextEncoding.decode(body, contentType).text(), url.toString());
    ArticleMarkup markup = ArticleMarkup.of(page);
    String title = title(page, markup);
    URI canonical = canonical(page, url);
    Optional<Instant> published = published(page, markup);
    Optional<String> language = language(page, markup);
    return new Page(
        url,
        canonical,
        title,
        text(page, markup, url),
        language,
        Optional.empty(),
        published,
        Optional.empty());
  }

  private static String text(Document page, ArticleMarkup markup, URI url) {
    PageNoise.remove(page);
    page.select("h1").remove(); // the title, not the text
    String shown = PageNoise.withoutPointers(shown(page, url));
    return markup
        .body()
        .map(HtmlText::of)
        .map(PageNoise::withoutPointers)
        .filter(body -> isWhole(body, shown))
        .orElse(shown);
  }

  /** A markup's body may be a teaser: then the page itself says more. */
  private static boolean isWhole(String body, String shown) {
    return body.length() * 2 >= shown.length();
  }

  private static String shown(Document page, URI url) {
    return only(page, OWN_MARK)
        .map(HtmlText::of)
        .filter(text -> !text.isEmpty())
        .orElseGet(() -> readable(page, url));
  }

  private static String readable(Document page, URI url) {
    String semantic =
        page.select(SEMANTIC).stream()
            .map(HtmlText::of)
            .max((a, b) -> Integer.compare(a.length(), b.length()))
            .orElse("");
    String guessed =
        Optional.ofNullable(
                new Readability4JExtended(url.toString(), page.clone()).parse().getContent())
            .map(HtmlText::of)
            .orElse("");
    return guessed.length() * 2 >= semantic.length() ? guessed : semantic;
  }

  private static String title(Document page, ArticleMarkup markup) {
    return Stream.of(
            meta(page, "og:title"),
            markup.headline(),
            Optional.ofNullable(page.selectFirst("h1")).map(Element::text),
            Optional.of(page.title()))
        .flatMap(Optional::stream)
        .map(HtmlText::line)
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static URI canonical(Document page, URI url) {
    return Stream.of(attribute(page, "link[rel=canonical]", "href"), meta(page, "og:url"))
        .flatMap(Optional::stream)
        .flatMap(link -> WebLink.resolve(url, link).stream())
        .findFirst()
        .orElse(url);
  }

  private static Optional<Instant> published(Document page, ArticleMarkup markup) {
    return Stream.of(
            markup.published(),
            meta(page, "article:published_time"),
            attribute(page, "[itemprop=datePublished]", "content"),
            attribute(page, "time[datetime]", "datetime"))
        .flatMap(Optional::stream)
        .flatMap(date -> instant(date).stream())
        .findFirst();
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(OffsetDateTime.parse(date.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> language(Document page, ArticleMarkup markup) {
    return Stream.of(attribute(page, "html", "lang"), markup.language(), meta(page, "og:locale"))
        .flatMap(Optional::stream)
        .flatMap(tag -> LanguageCode.of(tag).stream())
        .findFirst();
  }

  private static Optional<Element> only(Document page, String selector) {
    return Optional.of(page.select(selector)).filter(e -> e.size() == 1).map(e -> e.get(0));
  }

  private static Optional<String> meta(Document page, String property) {
    return attribute(
        page, "meta[property=" + property + "], meta[name=" + property + "]", "content");
  }

  private static Optional<String> attribute(Document page, String selector, String name) {
    return Optional.ofNullable(page.selectFirst(selector))
        .map(element -> element.attr(name))
        .filter(value -> !value.isBlank());
  }
}
