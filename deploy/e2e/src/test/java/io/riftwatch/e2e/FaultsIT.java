package io.riftwatch.e2e;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.riftwatch.e2e.OutsideWorld.Received;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.embedded.Ports;
import io.riftwatch.local.suite.Layout;
import io.riftwatch.local.suite.Service;
import io.riftwatch.local.suite.ServiceProcess;
import io.riftwatch.local.suite.Suite;
import io.riftwatch.local.suite.SuiteOptions;
import io.riftwatch.local.suite.SuitePorts;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three service processes, a real broker and database, and faults that are real. */
class FaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SECRET = "whsec_dGhlIHNlY3JldCBvZiBhIHRlc3QgdGhhdCBzaWducw==";

  @TempDir static Path data;

  private static OutsideWorld world;
  private static Suite suite;
  private static int told;

  @BeforeAll
  static void start() throws Exception {
    world = new OutsideWorld();
    suite =
        new Suite(
            new SuiteOptions(
                new Layout(Path.of(System.getProperty("riftwatch.home")), data),
                new SuitePorts(Ports.free(SuitePorts.RUN)),
                Optional.empty(),
                Optional.empty(),
                Map.of(
                    "RIFTWATCH_EGRESS_ALLOW", "127.0.0.0/8",
                    "RIFTWATCH_INGEST_POLL_TICK", "100ms",
                    "RIFTWATCH_INGEST_POLL_LEASE", "3s",
                    "RIFTWATCH_INGEST_FETCH_GAP", "0s",
                    "RIFTWATCH_ALERT_DELIVERY_SCHEDULE", "0s,1s,1s,1s,2s",
                    "RIFTWATCH_ALERT_DELIVERY_LEASE", "5s",
                    "RIFTWATCH_ALERT_BOOTSTRAP_SLACK", world.address("/slack").toString(),
                    "RIFTWATCH_ALERT_BOOTSTRAP_WEBHOOK", world.address("/webhook").toString(),
                    "RIFTWATCH_ALERT_BOOTSTRAP_WEBHOOK_SECRET", SECRET)),
            (part, address) -> {});
    suite.start();
    Map<String, Object> feed = new HashMap<>();
    feed.put("url", world.address("/feed.xml").toString());
    feed.put("pollInterval", "PT1S");
    suite.operator().post("feeds", feed);
  }

  @AfterAll
  static void stop() {
    suite.close();
    world.close();
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void aServiceKilledInMidFlowLosesNothingAndTellsNothingAnew(Service service) throws Exception {
    List<Quarrel> quarrels = next(3);
    ServiceProcess process = suite.service(service);

    publish(quarrels.get(0));
    process.kill();
    publish(quarrels.get(1));
    process.start();
    process.awaitReady();
    publish(quarrels.get(2));

    quarrels.forEach(FaultsIT::awaitToldOnce);
  }

  @Test
  void aBrokerThatGoesAndComesBackLosesNothing() {
    List<Quarrel> quarrels = next(2);
    EmbeddedBroker broker = suite.broker().orElseThrow();

    broker.stop();
    publish(quarrels.get(0));
    broker.start();
    publish(quarrels.get(1));

    quarrels.forEach(FaultsIT::awaitToldOnce);
  }

  @Test
  void aDatabaseThatGoesAndComesBackLosesNothing() throws Exception {
    List<Quarrel> quarrels = next(2);
    EmbeddedDatabase database = suite.database().orElseThrow();

    database.stop();
    await().atMost(PATIENCE).until(() -> !suite.service(Service.INGEST).isReady());
    publish(quarrels.get(0));
    database.start();
    publish(quarrels.get(1));

    quarrels.forEach(FaultsIT::awaitToldOnce);
  }

  @Test
  void aSlackThatRefusesIsTriedAgainUntilItAccepts() throws Exception {
    Quarrel quarrel = next(1).get(0);
    world.slackAnswers(429, 500);

    publish(quarrel);

    await().atMost(PATIENCE).until(() -> slackMessages(quarrel).size() == 3);
    awaitToldOnce(quarrel);
    await()
        .atMost(PATIENCE)
        .until(() -> suite.operator().list("deliveries?state=PENDING").isEmpty());
    assertEquals(
        List.of(429, 500, 200), attemptStatuses(suite.operator().list("deliveries"), quarrel));
  }

  @Test
  void anUnreadableRecordIsSetAsideAndTheStreamGoesOn() throws Exception {
    Quarrel quarrel = next(1).get(0);

    send("riftwatch.articles", "{ this is no article");
    send("riftwatch.signals", "{ this is no signal");
    publish(quarrel);

    awaitToldOnce(quarrel);
    try (DeadLetters letters = new DeadLetters(suite.kafka())) {
      assertTrue(letters.causeOf("riftwatch.articles.dlq", "{ this is no article").isPresent());
      assertTrue(letters.causeOf("riftwatch.signals.dlq", "{ this is no signal").isPresent());
    }
  }

  private static synchronized List<Quarrel> next(int number) {
    List<Quarrel> quarrels = Quarrel.ALL.subList(told, told + number);
    told += number;
    return quarrels;
  }

  private static void publish(Quarrel quarrel) {
    world.publish(quarrel.title(), quarrel.text());
  }

  /** A repeat of a message is allowed after a crash, under the id it had: its reader drops it. */
  private static void awaitToldOnce(Quarrel quarrel) {
    await().atMost(PATIENCE).until(() -> !alerts(quarrel).isEmpty());
    Set<String> ids = alerts(quarrel).stream().map(Received::id).collect(Collectors.toSet());
    assertEquals(1, ids.size(), quarrel + " was told as " + ids);
    Set<String> measures = new HashSet<>();
    for (Received alert : alerts(quarrel)) {
      verify(alert);
      assertEquals("OPENED", alert.json().path("kind").asText());
      alert
          .json()
          .path("measures")
          .forEach(m -> measures.add(m.path("type").asText() + m.path("count").asInt()));
    }
    assertEquals(Set.of("EXPULSION3"), measures);
  }

  private static List<Received> alerts(Quarrel quarrel) {
    return world.webhooks().stream()
        .filter(w -> w.json().path("pair").asText().equals(quarrel.pair()))
        .toList();
  }

  private static List<Received> slackMessages(Quarrel quarrel) {
    return world.slack().stream().filter(m -> m.body().contains(quarrel.demonym())).toList();
  }

  private static void verify(Received alert) {
    try {
      new Webhook(SECRET)
          .verify(
              alert.body(),
              HttpHeaders.of(
                  Map.of(
                      "webhook-id", List.of(alert.id()),
                      "webhook-timestamp", List.of(alert.timestamp()),
                      "webhook-signature", List.of(alert.signature())),
                  (name, value) -> true));
    } catch (com.standardwebhooks.exceptions.WebhookVerificationException e) {
      throw new AssertionError("the signature of " + alert + " is not valid", e);
    }
  }

  private static List<Integer> attemptStatuses(List<JsonNode> deliveries, Quarrel quarrel)
      throws Exception {
    String alertId = alerts(quarrel).get(0).id();
    for (JsonNode delivery : deliveries) {
      if (delivery.path("notification").asText().equals(alertId)
          && delivery.path("channelName").asText().equals("bootstrap-slack")) {
        JsonNode whole = suite.operator().get("deliveries/" + delivery.path("id").asText());
        return whole.path("attempts").findValues("status").stream().map(JsonNode::asInt).toList();
      }
    }
    return List.of();
  }

  private static void send(String topic, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", suite.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }
}
