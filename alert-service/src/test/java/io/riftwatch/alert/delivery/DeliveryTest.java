package io.riftwatch.alert.delivery;

import static io.riftwatch.alert.Rig.channelFor;
import static io.riftwatch.alert.Rig.eventually;
import static io.riftwatch.alert.Rig.get;
import static io.riftwatch.alert.Rig.operator;
import static io.riftwatch.alert.SignalMother.act;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.riftwatch.alert.ModelCase;
import io.riftwatch.alert.Receiver;
import io.riftwatch.alert.Receiver.Answer;
import io.riftwatch.alert.Receiver.Call;
import io.riftwatch.alert.Rig;
import io.riftwatch.alert.channel.Receipt;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DeliveryTest {

  @Inject Outbox outbox;
  EmbeddedBroker broker;
  EmbeddedDatabase database;
  private Rig rig;
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    rig = new Rig(broker);
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
    rig.close();
  }

  @Test
  void aSlackThatIsBusyThenBrokenThenWellGetsTheAlertOnce() {
    receiver.answerWith(
        new Answer(429, Map.of("Retry-After", "1"), "slow down"), Answer.of(500), Answer.of(200));
    channelFor("ARM-AZE", Map.of("kind", "SLACK", "url", receiver.at("/slack")));

    expel("ARM", "AZE");

    JsonPath delivery = settled("ARM-AZE", "DELIVERED");
    assertEquals(List.of(429, 500, 200), delivery.getList("attempts.status"));
    assertEquals(List.of("RETRY", "RETRY", "ACCEPTED"), delivery.getList("attempts.outcome"));
    assertEquals(List.of("slow down", "status 500", "ok"), delivery.getList("attempts.note"));
    assertEquals(List.of(1, 2, 3), delivery.getList("attempts.number"));
    assertTrue(waited(delivery).compareTo(Duration.ofSeconds(1)) >= 0, "Retry-After is honoured");
    assertEquals(1, receiver.accepted().size());
  }

  @Test
  void aRefusedDeliveryIsDeadAndAnOperatorSendsItAgain() {
    receiver.answerWith(new Answer(404, Map.of(), "no_service"));
    channelFor("IRN-IRQ", Map.of("kind", "SLACK", "url", receiver.at("/slack")));
    expel("IRN", "IRQ");
    JsonPath dead = settled("IRN-IRQ", "DEAD");
    assertEquals("HTTP 404: no_service", dead.getString("cause"));

    String path = "/api/v1/deliveries/" + dead.getString("id");
    operator().post(path + "/replay").then().statusCode(200);

    JsonPath delivered = settled("IRN-IRQ", "DELIVERED");
    assertEquals(List.of(404, 200), delivered.getList("attempts.status"));
    operator()
        .post(path + "/replay")
        .then()
        .statusCode(409)
        .body("detail", containsString("is DELIVERED"));
  }

  @Test
  void afterTheLastPauseADeliveryIsDead() {
    receiver.answerWith(Answer.of(500), Answer.of(502), Answer.of(503), Answer.of(504));

    channelFor("BHR-QAT", Map.of("kind", "WEBHOOK", "url", receiver.at("/hook")));

    expel("QAT", "BHR");

    JsonPath dead = settled("BHR-QAT", "DEAD");
    assertEquals(List.of(500, 502, 503, 504), dead.getList("attempts.status"));
  }

  @Test
  void aWebhookIsSignedSoThatItsReceiverCanCheckWhoSentIt() throws Exception {
    JsonPath channel =
        channelFor("DZA-MAR", Map.of("kind", "WEBHOOK", "url", receiver.at("/hook")));

    expel("DZA", "MAR");

    settled("DZA-MAR", "DELIVERED");
    Call call = receiver.accepted().get(0);
    Alert alert = Rig.JSON.readValue(call.body(), Alert.class);
    assertEquals(alert.id(), call.header("webhook-id"));
    Webhook webhook = new Webhook(channel.getString("secret"));
    assertDoesNotThrow(() -> webhook.verify(call.body(), call.headers()));
    assertThrows(
        WebhookVerificationException.class,
        () -> webhook.verify(call.body().replace("DZA", "TUN"), call.headers()));
  }

  @Test
  void theAlertsOfAnIncidentComeInOrderHoweverOftenTheFirstFails() {
    receiver.answerWith(Answer.of(500), Answer.of(500), Answer.of(500));
    channelFor("BLR-LTU", Map.of("kind", "WEBHOOK", "url", receiver.at("/hook")));

    rig.publish(ModelCase.signals("BLR", "LTU"));

    eventually().until(() -> receiver.accepted().size() == 3);
    List<String> told =
        get("/api/v1/notifications?incident=" + incident("BLR-LTU")).getList("items.id");
    assertEquals(
        List.of(told.get(2), told.get(1), told.get(0)),
        receiver.accepted().stream().map(call -> call.header("webhook-id")).toList());
  }

  @Test
  void aChannelThatDoesNotAnswerHoldsUpNoOther() throws IOException {
    CountDownLatch opened = new CountDownLatch(1);
    try (Receiver slow = new Receiver()) {
      slow.answerAfter(opened);
      channelFor("AND-MCO", Map.of("kind", "WEBHOOK", "url", slow.at("/slow")));
      channelFor("AND-MCO", Map.of("kind", "WEBHOOK", "url", receiver.at("/quick")));

      rig.publish(ModelCase.signals("AND", "MCO"));

      eventually().until(() -> receiver.accepted().size() == 3);
      assertEquals(0, slow.accepted().size());
      opened.countDown();
      eventually().until(() -> slow.accepted().size() == 3);
    }
  }

  @Test
  void aChannelThatIsGoneIsSaidToBeGone() throws SQLException {
    JsonPath channel =
        channelFor("CUB-HTI", Map.of("kind", "WEBHOOK", "url", receiver.at("/hook")));
    receiver.answerWith(Answer.of(404));
    expel("CUB", "HTI");
    String id = settled("CUB-HTI", "DEAD").getString("id");
    execute("delete from alert.channel where id = '" + channel.getString("id") + "'");

    operator().post("/api/v1/deliveries/" + id + "/replay").then().statusCode(200);

    eventually()
        .until(
            () ->
                "the channel was deleted"
                    .equals(get("/api/v1/deliveries/" + id).getString("cause")));
  }

  @Test
  void twoWorkersNeverGetTheSameDelivery() throws SQLException {
    String channel = "chn-nobody-" + UUID.randomUUID();
    execute(
        """
        insert into alert.incident values
          ('inc-w', 'AAA-BBB', 4, now(), now(), current_date, null, '{}') on conflict do nothing
        """,
        """
        insert into alert.notification
          select 'alr-w' || n, 'inc-w', 'mea-w', 'OPENED', now(), now(), body
          from generate_series(1, 60) n, (%s) as one(body)
        """
            .formatted("select '" + Rig.JSON.valueToTree(alert()) + "'::jsonb"),
        """
        insert into alert.delivery (id, notification_id, incident_id, channel_id, channel_name,
            state, attempts, attempts_before, due_at, claimed_until, created_at)
          select 'del-w' || n, 'alr-w' || n, 'inc-w' || n, '%s', 'nobody',
            'PENDING', 0, 0, now() + interval '1 hour', null, now()
          from generate_series(1, 60) n
        """
            .formatted(channel));
    execute("update alert.delivery set due_at = now() where channel_id = '" + channel + "'");

    List<List<Claim>> claimed =
        Uni.join()
            .all(IntStream.range(0, 12).mapToObj(worker -> outbox.claim(channel, 5)).toList())
            .andFailFast()
            .await()
            .atMost(Duration.ofSeconds(20));

    Set<String> seen = new HashSet<>();
    claimed.stream()
        .flatMap(List::stream)
        .forEach(claim -> assertTrue(seen.add(claim.deliveryId()), claim.deliveryId()));
    assertTrue(seen.size() >= 5, "somebody got something");
  }

  @Test
  void aClaimWhoseWorkerDiedIsTakenAgainAndTheDeadWorkersOutcomeIsIgnored() throws Exception {
    channelFor("KAZ-UZB", Map.of("kind", "WEBHOOK", "url", receiver.at("/hook")));
    expel("KAZ", "UZB");
    String id = settled("KAZ-UZB", "DELIVERED").getString("id");
    execute(
        """
        update alert.delivery set state = 'PENDING', finished_at = null,
          claimed_until = now() - interval '1 second' where id = '%s'
        """
            .formatted(id));

    eventually().until(() -> receiver.accepted().size() == 2);

    assertEquals(
        1, receiver.accepted().stream().map(c -> c.header("webhook-id")).distinct().count());
    Claim stale = new Claim(id, 1, alert(), Instant.now(), "chn", Optional.empty());
    assertEquals(
        Optional.empty(),
        outbox
            .settle(stale, new Receipt.Refused(Optional.empty(), "late"), Instant.now())
            .await()
            .atMost(Duration.ofSeconds(10)));
  }

  @Test
  void deliveriesAreListedByStateChannelAndIncident() {
    JsonPath channel =
        channelFor("OMN-YEM", Map.of("kind", "WEBHOOK", "url", receiver.at("/hook")));
    expel("OMN", "YEM");
    settled("OMN-YEM", "DELIVERED");

    String query = "/api/v1/deliveries?channel=" + channel.getString("id");
    assertEquals(1, get(query + "&state=DELIVERED").getList("items").size());
    assertEquals(0, get(query + "&state=DEAD").getList("items").size());
    assertEquals(
        2, get("/api/v1/deliveries?incident=" + incident("OMN-YEM")).getList("items").size());
    JsonPath first = get("/api/v1/deliveries?limit=1&incident=" + incident("OMN-YEM"));
    JsonPath second =
        get(
            "/api/v1/deliveries?limit=1&incident="
                + incident("OMN-YEM")
                + "&cursor="
                + first.getString("next"));
    assertEquals(1, second.getList("items").size());
    assertTrue(!first.getString("items[0].id").equals(second.getString("items[0].id")));
    operator().get("/api/v1/deliveries/del-0").then().statusCode(404);
    operator().get("/api/v1/deliveries?limit=501").then().statusCode(400);
  }

  private void expel(String actor, String target) {
    rig.publish(
        act(actor, SignalType.EXPULSION, target)
            .in("a.example", actor + target + "-1", "2025-09-18T10:00:00Z")
            .make());
  }

  private static String incident(String pair) {
    return get("/api/v1/incidents?pair=" + pair).getString("items[0].id");
  }

  /** The pair's delivery beside the one on the topic, once it has reached the state. */
  private static JsonPath settled(String pair, String state) {
    eventually().until(() -> incident(pair) != null);
    String path = "/api/v1/deliveries?incident=" + incident(pair);
    String id =
        eventually()
            .until(
                () ->
                    get(path)
                        .getString(
                            "items.find { it.channelName != 'bootstrap-kafka' && it.state == '"
                                + state
                                + "' }?.id"),
                found -> found != null);
    return get("/api/v1/deliveries/" + id);
  }

  private static Duration waited(JsonPath delivery) {
    return Duration.between(
        Instant.parse(delivery.getString("attempts[0].at")),
        Instant.parse(delivery.getString("attempts[1].at")));
  }

  private static Alert alert() {
    return new Alert(
        "alr-w",
        Alert.Kind.OPENED,
        "inc-w",
        "AAA-BBB",
        4,
        "headline",
        "reason",
        List.of(),
        List.of(),
        List.of(),
        URI.create("http://localhost/"),
        Instant.parse("2025-09-18T10:00:00Z"));
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
