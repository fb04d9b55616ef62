package io.riftwatch.alert;

import static io.riftwatch.alert.Rig.channelFor;
import static io.riftwatch.alert.Rig.eventually;
import static io.riftwatch.alert.Rig.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ModelCaseTest {

  EmbeddedBroker broker;
  private Rig rig;
  private Receiver slack;

  @BeforeEach
  void open() throws IOException {
    rig = new Rig(broker);
    slack = new Receiver();
  }

  @AfterEach
  void close() {
    slack.close();
    rig.close();
  }

  @Test
  void franceAndMaliAreOneIncidentToldOncePerMeasure() {
    channelFor("FRA-MLI", Map.of("kind", "SLACK", "url", slack.at("/services/T0/B0/x")));

    rig.publish(ModelCase.signals());

    eventually().until(() -> slack.accepted().size() >= 3);
    JsonPath list = get("/api/v1/incidents?pair=FRA-MLI");
    assertEquals(1, list.getList("items").size());
    JsonPath incident = get("/api/v1/incidents/" + list.getString("items[0].id"));
    assertEquals(4, incident.getInt("level"));
    assertEquals("CLOSED", incident.getString("state"));
    assertEquals(
        List.of("EXPULSION", "COOPERATION_SUSPENSION", "EXPULSION"),
        incident.getList("measures.type"));
    assertEquals(List.of(true, false, true), incident.getList("measures.reciprocal"));
    assertEquals(List.of(3, 2, 2), incident.getList("measures.independentSources"));
    assertEquals(List.of("DETENTION"), incident.getList("background.type"));
    assertEquals(List.of("OPENED", "MEASURE", "MEASURE"), incident.getList("alerts.kind"));
    assertEquals(
        List.of(
            "Mali expels 5 French diplomats",
            "France suspends counter-terrorism cooperation with Mali",
            "France expels 2 Malian diplomats in return"),
        slack.accepted().stream()
            .map(call -> JsonPath.from(call.body()).getString("text"))
            .map(text -> text.replaceAll("Mali expels \\d", "Mali expels 5"))
            .toList());
  }

  @Test
  void inAnyOrderAndWithRepeatsItIsTheSameIncidentAndNothingIsToldTwice() {
    List<Signal> signals = new ArrayList<>(ModelCase.signals("NER", "BEN"));
    signals.addAll(ModelCase.signals("NER", "BEN"));
    Collections.shuffle(signals, new Random(20250918));
    Receiver receiver = slack;
    channelFor("BEN-NER", Map.of("kind", "WEBHOOK", "url", receiver.at("/hook")));

    rig.publish(signals);
    rig.publish(ModelCase.signals("TCD", "CMR"));

    eventually().until(() -> alerts("CMR-TCD").size() == 3 && receiver.accepted().size() == 3);
    JsonPath list = get("/api/v1/incidents?pair=BEN-NER");
    assertEquals(1, list.getList("items").size());
    assertEquals(
        Set.of(
            "Niger → Benin: 5 diplomats expelled",
            "Benin → Niger: counter-terrorism cooperation suspended",
            "Benin → Niger: 2 diplomats expelled"),
        Set.copyOf(list.getList("items[0].lines", String.class)));
    assertEquals(3, alerts("BEN-NER").stream().map(ConsumerRecord::value).distinct().count());
    assertEquals(
        3, receiver.calls().stream().map(call -> call.header("webhook-id")).distinct().count());
  }

  @Test
  void anAlertOnItsTopicIsACloudEventThatItsSchemaAccepts() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Alert.class.getResourceAsStream(Alert.SCHEMA));

    rig.publish(ModelCase.signals("BFA", "TGO"));

    eventually().until(() -> alerts("BFA-TGO").size() == 3);
    ConsumerRecord<String, String> record = alerts("BFA-TGO").get(0);
    assertEquals(Set.of(), schema.validate(Rig.JSON.readTree(record.value())));
    Alert alert = Rig.JSON.readValue(record.value(), Alert.class);
    assertEquals(alert.incidentId(), record.key());
    Map<String, String> headers = headers(record);
    assertEquals(Alert.CE_TYPE, headers.get("ce_type"));
    assertEquals(alert.id(), headers.get("ce_id"));
    assertEquals("BFA-TGO", headers.get("ce_subject"));
    assertEquals("urn:riftwatch:alert-service", headers.get("ce_source"));
    assertEquals("1.0", headers.get("ce_specversion"));
    assertEquals("application/json", headers.get("content-type"));
    assertTrue(headers.containsKey("ce_time"));
  }

  private List<ConsumerRecord<String, String>> alerts(String pair) {
    return rig.records(Alert.TOPIC).stream()
        .filter(record -> record.value().contains("\"pair\":\"" + pair + "\""))
        .toList();
  }

  private static Map<String, String> headers(ConsumerRecord<String, String> record) {
    List<org.apache.kafka.common.header.Header> all = new ArrayList<>();
    record.headers().forEach(all::add);
    return all.stream()
        .collect(
            Collectors.toMap(
                h -> h.key(), h -> new String(h.value(), StandardCharsets.UTF_8), (a, b) -> a));
  }
}
