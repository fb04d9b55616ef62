package io.riftwatch.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads who wrote a page's article. */
final class Byline {

  private static final List<String> BEFORE_NAMES = WordList.read("byline-words.txt");
  private static final int LONGEST_NAME = 100;
  private static final int MOST_NAMES = 8;

  private Byline() {}

  /** The names, parted by commas, where the page gives any. */
  static Optional<String> of(Document page, MetaTags meta, ArticleMarkup markup) {
    return Stream.<Stream<String>>of(
            markup.authors().stream(),
            meta.all("author", "article:author_name", "byl", "parsely-author", "sailthru.author"),
            meta.all("article:author", "dc.creator", "dcterms.creator", "cxenseparse:author"),
            marked(page),
            linked(page))
        .map(Byline::names)
        .filter(names -> !names.isEmpty())
        .map(names -> String.join(", ", names))
        .findFirst();
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
