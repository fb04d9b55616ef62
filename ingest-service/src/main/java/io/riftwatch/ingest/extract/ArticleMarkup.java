package io.riftwatch.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its article to machines: JSON-LD after schema.org's Article, NewsArticle and
 * their kin.
 *
 * @param headline the title
 * @param body the whole text
 * @param published the date as written
 * @param language the language tag as written
 */
record ArticleMarkup(
    Optional<String> headline,
    Optional<String> body,
    Optional<String> published,
    Optional<String> language) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ArticleMarkup NONE =
      new ArticleMarkup(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The first article that the page describes; without any content where it describes none. */
  static ArticleMarkup of(Document page) {
    return page.select("script[type=application/ld+json]").stream()
        .flatMap(ArticleMarkup::parsed)
        .flatMap(ArticleMarkup::articles)
        .findFirst()
        .map(ArticleMarkup::read)
        .orElse(NONE);
  }

  private static Stream<JsonNode> parsed(Element script) {
    try {
      return Stream.of(JSON.readTree(script.data()));
    } catch (JsonProcessingException e) {
      return Stream.empty(); // what machines cannot read says nothing; the page itself is read
    }
  }

  private static Stream<JsonNode> articles(JsonNode root) {
    Stream.Builder<JsonNode> found = Stream.builder();
    Deque<JsonNode> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      JsonNode node = open.pop();
      if (isArticle(node)) {
        found.add(node);
      }
      node.forEach(open::addLast);
    }
    return found.build();
  }

  private static boolean isArticle(JsonNode node) {
    JsonNode type = node.path("@type");
    Stream<JsonNode> types =
        type.isArray()
            ? Stream.iterate(0, i -> i < type.size(), i -> i + 1).map(type::get)
            : Stream.of(type);
    return types
        .map(JsonNode::asText)
        .anyMatch(t -> t.endsWith("Article") || t.endsWith("Posting"));
  }

  private static ArticleMarkup read(JsonNode article) {
    return new ArticleMarkup(
        text(article, "headline"),
        text(article, "articleBody"),
        text(article, "datePublished"),
        text(article, "inLanguage"));
  }

  private static Optional<String> text(JsonNode article, String field) {
    return Optional.of(article.path(field).asText()).filter(text -> !text.isBlank());
  }
}
