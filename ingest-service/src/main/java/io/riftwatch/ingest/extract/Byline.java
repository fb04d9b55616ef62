package io.riftwatch.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads who wrote a page's article. */
final class Byline {

  private static final List<String> BEFORE_NAMES = WordList.read("byline-words.txt");
  private static final List<String> META = WordList.read("meta-author.txt");
  private static final List<String> CLASSES = WordList.read("author-classes.txt");

  /** What parts a name from what else a byline says. */
  private static final Pattern PARTING = Pattern.compile("\\s*[|•·/]\\s*|\\s+[–—-]\\s+");

  private static final int LONGEST_LINE = 60;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_NAMES = 8;

  private Byline() {}

  /** The names, parted by commas, where the page gives any. */
  static Optional<String> of(Document page, MetaTags meta, ArticleMarkup markup) {
    return joined(markup.authors().stream())
        .or(() -> joined(meta.all(META)))
        .or(() -> joined(marked(page)))
        .or(() -> joined(linked(page)))
        .or(() -> joined(classed(page).stream()));
  }

  private static Optional<String> joined(Stream<String> written) {
    return Optional.of(String.join(", ", names(written))).filter(names -> !names.isEmpty());
  }

  private static Stream<String> marked(Document page) {
    return page.getElementsByAttributeValue("itemprop", "author").stream()
        .map(
            author ->
                Objects.requireNonNullElse(
                    author.getElementsByAttributeValue("itemprop", "name").first(), author))
        .map(name -> name.hasAttr("content") ? name.attr("content") : name.text());
  }

  private static Stream<String> linked(Document page) {
    return page.getElementsByAttributeValue("rel", "author").stream().map(Element::text);
  }

  /** A short line whose class says that it names the author; the surer the class the better. */
  private static Optional<String> classed(Document page) {
    int best = CLASSES.size();
    Element found = page;
    for (Element element : page.getAllElements()) {
      int rank = element.hasAttr("class") ? rank(element) : best;
      if (rank < best) {
        best = rank;
        found = element;
      }
    }
    return Optional.of(found)
        .filter(element -> element != page)
        .map(element -> PARTING.split(element.text(), 2)[0])
        .filter(
            line -> line.length() <= LONGEST_LINE && line.chars().noneMatch(Character::isDigit));
  }

  private static int rank(Element element) {
    return element.classNames().stream()
        .mapToInt(CLASSES::indexOf)
        .filter(index -> index >= 0)
        .min()
        .orElse(CLASSES.size());
  }

  private static Set<String> names(Stream<String> written) {
    Set<String> names = new LinkedHashSet<>();
    written
        .map(HtmlText::line)
        .map(Byline::withoutBefore)
        .filter(Byline::isName)
        .limit(MOST_NAMES)
        .forEach(names::add);
    return names;
  }

  private static String withoutBefore(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return BEFORE_NAMES.stream()
        .filter(word -> lower.startsWith(word + " ") || lower.startsWith(word + ": "))
        .findFirst()
        .map(word -> name.substring(word.length()).replaceFirst("^[:\\s]+", ""))
        .orElse(name);
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST_NAME
        && name.codePoints().anyMatch(Character::isLetter)
        && !name.contains("://")
        && name.indexOf('@') != 0;
  }
}
