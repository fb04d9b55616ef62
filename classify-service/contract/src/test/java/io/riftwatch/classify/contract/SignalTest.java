package io.riftwatch.classify.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignalTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(SignalTest.class.getResourceAsStream(Signal.SCHEMA));

  private static Signal signal(String actor, Integer count, Domain domain, double confidence) {
    return new Signal(
        "s1",
        SignalType.COOPERATION_SUSPENSION,
        actor,
        "MLI",
        Status.ACTUAL,
        Polarity.HOSTILE,
        count,
        domain,
        LocalDate.parse("2025-09-18"),
        null,
        confidence,
        "suspend-cooperation",
        "fr-1",
        List.of(new Evidence(Evidence.Field.text, 0, 7, "suspend", Evidence.Role.TRIGGER)),
        new Source(
            "a1",
            1,
            "example.org",
            URI.create("https://example.org/1"),
            "Mali",
            "fr",
            Instant.parse("2025-09-18T10:00:00Z"),
            Instant.parse("2025-09-18T10:00:05Z"),
            "00ff00ff00ff00ff",
            "a0"),
        false,
        0);
  }

  private static Signal revised(Signal signal, int revision) {
    ObjectNode json = JSON.valueToTree(signal);
    ((ObjectNode) json.get("source")).put("revision", revision);
    return JSON.convertValue(json, Signal.class);
  }

  @Test
  void aSignalIsWhatItsSchemaSays() {
    JsonNode full = JSON.valueToTree(signal("FRA", 2, Domain.COUNTER_TERRORISM, 0.9));
    JsonNode sparse = JSON.valueToTree(signal(null, null, null, 0.9));

    assertEquals(Set.of(), SCHEMA.validate(full));
    assertEquals(Set.of(), SCHEMA.validate(sparse));
  }

  @Test
  void theSchemaNamesEveryComponentAndNoOther() {
    JsonNode properties = SCHEMA.getSchemaNode().get("properties");

    assertEquals(components(Signal.class), names(properties));
    assertEquals(components(Source.class), names(properties.at("/source/properties")));
    assertEquals(components(Evidence.class), names(properties.at("/evidence/items/properties")));
  }

  @Test
  void theSchemaListsEveryTypeAndStatus() {
    JsonNode properties = SCHEMA.getSchemaNode().get("properties");

    assertEquals(constants(SignalType.values()), texts(properties.at("/type/enum")));
    assertEquals(constants(Status.values()), texts(properties.at("/status/enum")));
  }

  @Test
  void aSignalOfBeforeCorrectionsIsOneThatTheStreamStates() {
    ObjectNode old = JSON.valueToTree(signal("FRA", 2, null, 0.9));
    old.remove(List.of("withdrawn", "correction"));

    assertEquals(Set.of(), SCHEMA.validate(old));
    assertEquals(signal("FRA", 2, null, 0.9), JSON.convertValue(old, Signal.class));
  }

  @Test
  void theLaterRevisionHoldsThenTheLaterCorrectionThenTheWithdrawal() {
    Signal stated = signal("FRA", 2, null, 0.9);
    List<Signal> byAge =
        List.of(
            stated,
            stated.withdrawnBy(0),
            stated.correctedBy(1),
            stated.withdrawnBy(1),
            stated.correctedBy(7),
            revised(stated, 2));

    for (int i = 0; i < byAge.size(); i++) {
      for (int j = 0; j < byAge.size(); j++) {
        assertEquals(i > j, byAge.get(i).supersedes(byAge.get(j)), i + " over " + j);
      }
    }
    assertEquals(Set.of(), SCHEMA.validate(JSON.valueToTree(stated.withdrawnBy(7))));
  }

  @Test
  void aPairIsTheSameInBothDirections() {
    assertEquals("FRA-MLI", Signal.pair("MLI", "FRA"));
    assertEquals("FRA-MLI", Signal.pair("FRA", "MLI"));
    assertEquals("???-FRA", Signal.pair("FRA", null));
  }

  @Test
  void aConfidenceIsAProbabilityAndACountIsOfPersons() {
    assertThrows(IllegalArgumentException.class, () -> signal("FRA", 2, null, 1.01));
    assertThrows(IllegalArgumentException.class, () -> signal("FRA", 2, null, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> signal("FRA", 0, null, 0.9));
  }

  private static Set<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(c -> c.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode properties) {
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> constants(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(e -> texts.add(e.asText()));
    return texts;
  }
}
