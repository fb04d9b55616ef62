package io.riftwatch.ingest.extract;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads when a page's article was published and last changed. */
final class PageTimes {

  private static final List<String> PUBLISHED = WordList.read("meta-published.txt");
  private static final List<String> MODIFIED = WordList.read("meta-modified.txt");

  private static final Pattern DAY_IN_PATH =
      Pattern.compile("/((?:19|20)\\d{2})([/-]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d)");

  private PageTimes() {}

  /** When the article was published, where the page or at last its address says it. */
  static Optional<Instant> published(Document page, MetaTags meta, ArticleMarkup markup, URI url) {
    return first(markup.published().stream())
        .or(() -> first(meta.all(PUBLISHED)))
        .or(() -> first(marked(page, "datePublished")))
        .or(() -> first(times(page)))
        .or(() -> dayInPath(url));
  }

  /** When the article was last changed, where the page says it. */
  static Optional<Instant> modified(Document page, MetaTags meta, ArticleMarkup markup) {
    return first(markup.modified().stream())
        .or(() -> first(meta.all(MODIFIED)))
        .or(() -> first(marked(page, "dateModified")));
  }

  private static Optional<Instant> first(Stream<String> dates) {
    return dates.flatMap(date -> WrittenDate.parse(date).stream()).findFirst();
  }

  private static Stream<String> marked(Document page, String property) {
    return page.getElementsByAttributeValue("itemprop", property).stream()
        .flatMap(
            element ->
                Stream.of(element.attr("content"), element.attr("datetime"), element.text())
                    .filter(date -> !date.isBlank())
                    .limit(1));
  }

  private static Stream<String> times(Document page) {
    List<Element> times = page.getElementsByTag("time");
    return Stream.concat(times.stream().filter(time -> time.hasAttr("pubdate")), times.stream())
        .map(time -> time.hasAttr("datetime") ? time.attr("datetime") : time.text());
  }

  private static Optional<Instant> dayInPath(URI url) {
    Matcher day = DAY_IN_PATH.matcher(Optional.ofNullable(url.getPath()).orElse(""));
    return day.find()
        ? WrittenDate.parse(day.group(1) + "-" + day.group(3) + "-" + day.group(4))
        : Optional.empty();
  }
}
