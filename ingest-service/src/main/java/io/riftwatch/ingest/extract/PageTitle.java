package io.riftwatch.ingest.extract;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads the title of a page's article, without the outlet's name that often follows it. */
final class PageTitle {

  /** What parts a title from an outlet's name. */
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[|\\-–—·•:»«/]+\\s+|\\s*[|｜_]\\s*");

  private static final int SHORTEST_HEADING = 10;
  private static final int LONGEST_OUTLET = 40;

  /** Characters above which a text is none of the titles that people read. */
  private static final int LONGEST_TITLE = 1000;

  private PageTitle() {}

  /** The title as plain text; empty where the page has none. */
  static String of(Document page, MetaTags meta, ArticleMarkup markup, URI url) {
    List<String> outlet = outlet(meta, markup, url);
    Optional<String> heading =
        page.getElementsByTag("h1").stream()
            .map(Element::text)
            .map(HtmlText::oneLine)
            .filter(text -> !text.isEmpty() && !outlet.contains(Wording.of(text)))
            .findFirst();
    return Stream.of(
            meta.get("og:title"),
            markup.headline(),
            meta.get("twitter:title"),
            heading.filter(text -> text.length() >= SHORTEST_HEADING),
            Optional.of(page.title())
                .filter(title -> title.length() <= LONGEST_TITLE)
                .map(PageTitle::withoutShortEnd),
            heading)
        .flatMap(Optional::stream)
        .filter(title -> title.length() <= LONGEST_TITLE)
        .map(HtmlText::line)
        .map(title -> withoutOutlet(title, outlet))
        .filter(title -> !title.isEmpty() && !outlet.contains(Wording.of(title)))
        .findFirst()
        .orElse("");
  }

  /** Without what follows the last separator, where that is much the shorter part. */
  private static String withoutShortEnd(String title) {
    Matcher separator = SEPARATOR.matcher(title);
    int last = -1;
    while (separator.find()) {
      last = separator.start();
    }
    return last > 0 && last > 2 * (title.length() - last) ? title.substring(0, last) : title;
  }

  private static List<String> outlet(MetaTags meta, ArticleMarkup markup, URI url) {
    String host = Optional.ofNullable(url.getHost()).orElse("").replaceFirst("^www\\.", "");
    return Stream.concat(
            Stream.concat(
                meta.all(
                    List.of("og:site_name", "application-name", "twitter:site", "al:ios:app_name")),
                markup.publisher().stream()),
            Stream.of(host, host.replaceFirst("\\.[^.]*$", ""), host.replaceFirst("\\..*", "")))
        .map(Wording::of)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_OUTLET)
        .toList();
  }

  /** Cuts at the last or first separator, where what is cut off is the outlet's name. */
  private static String withoutOutlet(String title, List<String> outlet) {
    Matcher separator = SEPARATOR.matcher(title);
    while (separator.find()) {
      if (outlet.contains(Wording.of(title.substring(separator.end())))) {
        return title.substring(0, separator.start()).strip();
      }
      if (outlet.contains(Wording.of(title.substring(0, separator.start())))) {
        return title.substring(separator.end()).strip();
      }
    }
    return title;
  }
}
