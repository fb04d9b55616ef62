package io.riftwatch.ingest.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.riftwatch.ingest.contract.FeedHealthChange.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedHealthChangeTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(FeedHealthChangeTest.class.getResourceAsStream(FeedHealthChange.SCHEMA));

  private static FeedHealthChange change(Kind kind, String cause, Kind recoveredFrom) {
    return new FeedHealthChange(
        "f1:1",
        kind,
        "f1",
        URI.create("https://example.org/feed"),
        "Example",
        "",
        Instant.parse("2025-09-18T10:00:00Z"),
        cause,
        recoveredFrom,
        Instant.parse("2025-09-20T10:00:05Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "FEED_SILENT,    quiet,       ",
    "FEED_FAILING,   answers 500, ",
    "FEED_RETIRED,   answers 410, ",
    "FEED_RECOVERED, ,            FEED_SILENT"
  })
  void aChangeIsWhatItsSchemaSays(Kind kind, String cause, Kind recoveredFrom) {
    JsonNode json = JSON.valueToTree(change(kind, cause, recoveredFrom));

    assertEquals(Set.of(), SCHEMA.validate(json));
  }

  @Test
  void theSchemaNamesEveryComponentAndNoOther() {
    Set<String> named = new TreeSet<>();
    SCHEMA.getSchemaNode().get("properties").fieldNames().forEachRemaining(named::add);

    Set<String> components =
        Arrays.stream(FeedHealthChange.class.getRecordComponents())
            .map(c -> c.getName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(components, named);
  }

  @Test
  void theSchemaRefusesAChangeWithoutItsId() {
    ObjectNode json = JSON.valueToTree(change(Kind.FEED_SILENT, "quiet", null));

    json.remove("id");

    assertFalse(SCHEMA.validate(json).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "FEED_SILENT,    ,      ",
    "FEED_FAILING,   cause, FEED_SILENT",
    "FEED_RECOVERED, ,      ",
    "FEED_RECOVERED, cause, FEED_SILENT"
  })
  void onlyARecoveryHasNoCauseAndTellsWhatItIsFrom(Kind kind, String cause, Kind recoveredFrom) {
    assertThrows(IllegalArgumentException.class, () -> change(kind, cause, recoveredFrom));
  }
}
