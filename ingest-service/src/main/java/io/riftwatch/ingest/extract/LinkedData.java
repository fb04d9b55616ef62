package io.riftwatch.ingest.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The JSON-LD of a page, read as leniently as browsers' makers do. */
final class LinkedData {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  private static final Pattern WRAPPING =
      Pattern.compile("^\\s*(?://\\s*)?(?:<!--|<!\\[CDATA\\[)|(?://\\s*)?(?:-->|]]>)\\s*;?\\s*$");

  /** What hangs on an article by these is another one. */
  private static final Set<String> OTHERS =
      Set.of(
          "itemListElement",
          "hasPart",
          "isPartOf",
          "mentions",
          "citation",
          "relatedLink",
          "isBasedOn",
          "comment",
          "review",
          "liveBlogUpdate",
          "video",
          "audio",
          "image");

  private final List<JsonNode> articles = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();

  private LinkedData() {}

  static LinkedData of(Document page) {
    LinkedData data = new LinkedData();
    for (Element script : page.getElementsByTag("script")) {
      if (script.attr("type").strip().equalsIgnoreCase("application/ld+json")) {
        parsed(script.data()).forEach(data::collect);
      }
    }
    return data;
  }

  /** The articles described, in their order. */
  List<JsonNode> articles() {
    return articles;
  }

  /** What a node stands for, where it only refers to another of the page. */
  JsonNode resolved(JsonNode node) {
    return node.isObject() && node.size() == 1
        ? byId.getOrDefault(node.path("@id").asText(), node)
        : node;
  }

  private static Stream<JsonNode> parsed(String json) {
    try {
      return Stream.of(JSON.readTree(WRAPPING.matcher(json).replaceAll("")));
    } catch (JsonProcessingException e) {
      return Stream.empty(); // what machines cannot read says nothing; the page itself is read
    }
  }

  private void collect(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      JsonNode node = open.poll();
      if (isArticle(node)) {
        articles.add(node);
      }
      if (node.has("@id") && node.size() > 1) {
        byId.putIfAbsent(node.path("@id").asText(), node);
      }
      if (node.isArray()) {
        node.forEach(open::add);
      }
      node.properties().stream()
          .filter(property -> !OTHERS.contains(property.getKey()))
          .forEach(property -> open.add(property.getValue()));
    }
  }

  private static boolean isArticle(JsonNode node) {
    JsonNode type = node.path("@type");
    return isArticle(type.asText())
        || isArticle(type.path(0).asText())
        || isArticle(type.path(1).asText());
  }

  private static boolean isArticle(String type) {
    return type.endsWith("Article") || type.endsWith("Posting") || type.endsWith("Report");
  }
}
