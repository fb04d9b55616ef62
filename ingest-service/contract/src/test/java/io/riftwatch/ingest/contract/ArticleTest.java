package io.riftwatch.ingest.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArticleTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ArticleTest.class.getResourceAsStream(Article.SCHEMA));

  private static Article article(String title) {
    return new Article(
        "a1",
        1,
        "f1",
        "example.org",
        URI.create("https://example.org/1"),
        title,
        "Text.",
        "fr",
        Instant.parse("2025-09-18T10:00:00Z"),
        Instant.parse("2025-09-18T10:00:05Z"),
        "00ff00ff00ff00ff",
        "a0",
        "AFP");
  }

  @Test
  void anArticleIsWhatItsSchemaSays() {
    JsonNode json = JSON.valueToTree(article("Mali"));

    assertEquals(Set.of(), SCHEMA.validate(json));
  }

  @Test
  void anArticleOfBeforeCopiesWereGroupedIsReadAsOneWithoutAGroup() throws JsonProcessingException {
    ObjectNode json = JSON.valueToTree(article("Mali"));
    json.remove(List.of("wireGroup", "agency"));

    Article read = JSON.treeToValue(json, Article.class);

    assertEquals(Set.of(), SCHEMA.validate(json));
    assertNull(read.wireGroup());
    assertEquals(article("Mali").inGroup("a7"), article("Mali").inGroup("a0").inGroup("a7"));
    assertEquals("a7", read.inGroup("a7").wireGroup());
  }

  @Test
  void theSchemaNamesEveryComponentAndNoOther() {
    Set<String> named = new TreeSet<>();
    SCHEMA.getSchemaNode().get("properties").fieldNames().forEachRemaining(named::add);

    Set<String> components =
        Arrays.stream(Article.class.getRecordComponents())
            .map(c -> c.getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(components, named);
  }

  @Test
  void theSchemaRefusesAnArticleWithoutItsId() {
    ObjectNode json = JSON.valueToTree(article("Mali"));

    json.remove("id");

    assertFalse(SCHEMA.validate(json).isEmpty());
  }

  @Test
  void anArticleHasATitle() {
    assertThrows(IllegalArgumentException.class, () -> article("  "));
  }
}
