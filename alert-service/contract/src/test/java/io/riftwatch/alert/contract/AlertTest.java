package io.riftwatch.alert.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.alert.contract.Alert.Report;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertTest {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(AlertTest.class.getResourceAsStream(Alert.SCHEMA));

  @Test
  void anAlertIsWhatItsSchemaSays() {
    Report report =
        new Report(
            "example.org",
            "Mali",
            URI.create("https://example.org/1"),
            "fr",
            Instant.parse("2025-09-18T10:00:00Z"),
            "expulse deux diplomates",
            false);
    Measure measure =
        new Measure(
            "m1",
            SignalType.EXPULSION,
            "FRA",
            "MLI",
            Status.ACTUAL,
            2,
            null,
            LocalDate.parse("2025-09-19"),
            null,
            true,
            1,
            List.of(report));
    Alert alert =
        new Alert(
            "n1",
            Kind.MEASURE,
            "i1",
            "FRA-MLI",
            4,
            "France expels 2 diplomats of Mali",
            "diplomats expelled",
            List.of(measure),
            List.of(measure),
            List.of(),
            URI.create("http://localhost:8080/api/v1/incidents/i1"),
            Instant.parse("2025-09-19T10:00:00Z"));

    JsonNode json = JSON.valueToTree(alert);

    assertEquals(Set.of(), SCHEMA.validate(json));
  }

  @Test
  void theSchemaNamesEveryComponentAndNoOther() {
    JsonNode schema = SCHEMA.getSchemaNode();

    assertEquals(components(Alert.class), names(schema.get("properties")));
    assertEquals(components(Measure.class), names(schema.at("/$defs/measure/properties")));
    assertEquals(
        components(Report.class),
        names(schema.at("/$defs/measure/properties/sources/items/properties")));
  }

  @Test
  void theSchemaListsEveryKind() {
    Set<String> kinds = new TreeSet<>();
    SCHEMA.getSchemaNode().at("/properties/kind/enum").forEach(k -> kinds.add(k.asText()));

    Set<String> constants =
        Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.toCollection(TreeSet::new));

    assertEquals(constants, kinds);
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
}
