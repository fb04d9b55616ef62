package io.riftwatch.ingest.extract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Takes out of a page what is not its article: navigation, consent banners, "read also" blocks. */
final class PageNoise {

  private static final String SELECTORS = String.join(", ", WordList.read("noise-selectors.txt"));
  private static final List<String> READ_ALSO = WordList.read("read-also.txt");

  /** A selector may not take what carries the page itself. */
  private static final String CARRIERS = "html, body, main, article, h1, [itemprop=articleBody]";

  private static final int LONGEST_POINTER = 200;

  private PageNoise() {}

  /** Removes the noise of a page in place. */
  static void remove(Document page) {
    page.select(SELECTORS).stream().filter(e -> !carriesThePage(e)).forEach(Element::remove);
    ConsentBanner.remove(page.body());
  }

  /** A text without the lines that only point to other articles. */
  static String withoutPointers(String text) {
    return HtmlText.tidy(
        text.lines().filter(line -> !isPointer(line)).collect(Collectors.joining("\n")));
  }

  private static boolean carriesThePage(Element element) {
    return element.is(CARRIERS) || element.selectFirst("h1, main, [itemprop=articleBody]") != null;
  }

  private static boolean isPointer(String line) {
    if (line.length() > LONGEST_POINTER) {
      return false;
    }
    String lower = line.strip().toLowerCase(Locale.ROOT);
    return READ_ALSO.stream().anyMatch(lower::startsWith);
  }
}
