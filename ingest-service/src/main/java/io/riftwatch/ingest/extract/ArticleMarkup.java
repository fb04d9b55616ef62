package io.riftwatch.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * What a page says of its article to machines: JSON-LD after schema.org's Article, NewsArticle,
 * LiveBlogPosting and their kin. Where several descriptions stand in a page, the first that says a
 * thing is believed.
 *
 * @param headline the title
 * @param body the whole text, or what the outlet gives as it
 * @param published the date as written
 * @param modified the date of the last change as written
 * @param language the language tag as written
 * @param authors the names
 * @param publisher the outlet's name
 */
record ArticleMarkup(
    Optional<String> headline,
    Optional<String> body,
    Optional<String> published,
    Optional<String> modified,
    Optional<String> language,
    List<String> authors,
    Optional<String> publisher) {

  /** The articles that the page describes, as one. */
  static ArticleMarkup of(Document page) {
    LinkedData data = LinkedData.of(page);
    List<JsonNode> articles = data.articles();
    return new ArticleMarkup(
        first(articles, "headline").or(() -> first(articles, "name")),
        first(articles, "articleBody").or(() -> updates(articles)),
        first(articles, "datePublished"),
        first(articles, "dateModified"),
        first(articles, "inLanguage"),
        articles.stream()
            .map(article -> names(data, article.path("author")))
            .filter(names -> !names.isEmpty())
            .findFirst()
            .orElse(List.of()),
        articles.stream()
            .flatMap(article -> names(data, article.path("publisher")).stream())
            .findFirst());
  }

  private static Optional<String> first(List<JsonNode> articles, String field) {
    return articles.stream().flatMap(article -> text(article.path(field))).findFirst();
  }

  /** The value itself or, of a thing, its name. */
  private static Stream<String> text(JsonNode value) {
    return Stream.of(value, value.path(0), value.path("name"), value.path("alternateName"))
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .limit(1);
  }

  /** The text of a live blog is that of its entries. */
  private static Optional<String> updates(List<JsonNode> articles) {
    String entries =
        articles.stream()
            .flatMap(article -> elements(article.path("liveBlogUpdate")))
            .map(update -> joined(update, "headline", "articleBody"))
            .filter(entry -> !entry.isEmpty())
            .collect(Collectors.joining("\n\n"));
    return Optional.of(entries).filter(text -> !text.isEmpty());
  }

  private static String joined(JsonNode update, String... fields) {
    return Stream.of(fields)
        .flatMap(field -> text(update.path(field)))
        .collect(Collectors.joining("\n\n"));
  }

  private static List<String> names(LinkedData data, JsonNode value) {
    List<String> names = new ArrayList<>();
    elements(value)
        .map(data::resolved)
        .flatMap(ArticleMarkup::text)
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return names;
  }

  private static Stream<JsonNode> elements(JsonNode value) {
    if (!value.isArray()) {
      return value.isMissingNode() || value.isNull() ? Stream.empty() : Stream.of(value);
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements.stream();
  }
}
