package io.riftwatch.alert.incident;

import static io.riftwatch.alert.Rig.eventually;
import static io.riftwatch.alert.Rig.get;
import static io.riftwatch.alert.Rig.operator;
import static io.riftwatch.alert.SignalMother.act;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.riftwatch.alert.Rig;
import io.riftwatch.alert.SignalMother;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class IntakeTest {

  private static final String DEAD_LETTERS = "riftwatch.signals.dlq";

  EmbeddedBroker broker;
  EmbeddedDatabase database;
  private Rig rig;

  @BeforeEach
  void open() {
    rig = new Rig(broker);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aRecordThatIsNoSignalIsPutAsideAndTheStreamBehindItGoesOn() {
    String poison = "{\"id\": \"" + UUID.randomUUID() + "\", \"type\": \"COFFEE\"}";

    rig.publish("KEN-UGA", poison);
    rig.publish(expulsion("KEN", "UGA").make());

    eventually().until(() -> incidents("KEN-UGA") == 1);
    eventually().until(() -> letters(poison).size() == 1);
    ConsumerRecord<String, String> letter = letters(poison).get(0);
    assertEquals("KEN-UGA", letter.key());
    assertTrue(reason(letter).contains("COFFEE"), reason(letter));
  }

  @Test
  void aSignalThatCannotBeAssessedIsPutAsideAndLeavesNoTrace() {
    ObjectNode broken = Rig.JSON.valueToTree(expulsion("LBR", "SLE").make());
    ((ObjectNode) broken.get("source")).put("fingerprint", "no hexadecimal");

    rig.publish("LBR-SLE", broken.toString());
    rig.publish(expulsion("SLE", "LBR").make());

    eventually().until(() -> letters("no hexadecimal").size() == 1);
    eventually().until(() -> incidents("LBR-SLE") == 1);
    assertTrue(reason(letters("no hexadecimal").get(0)).contains("cannot be assessed"));
  }

  @Test
  void aDeadLetterIsListedAndReplayed() {
    String poison = "not JSON " + UUID.randomUUID();
    rig.publish("KEN-TZA", poison);
    JsonPath letter =
        eventually()
            .until(() -> get("/api/v1/deadletters/signals"), found -> id(found, poison) != null);

    operator()
        .post("/api/v1/deadletters/signals/" + id(letter, poison) + "/replay")
        .then()
        .statusCode(200);

    eventually().until(() -> letters(poison).size() == 2);
  }

  @Test
  void fieldsOfANewerContractAreIgnored() {
    ObjectNode newer = Rig.JSON.valueToTree(expulsion("GHA", "NGA").make());
    newer.put("mood", "icy");

    rig.publish("GHA-NGA", newer.toString());

    eventually().until(() -> incidents("GHA-NGA") == 1);
  }

  @Test
  void aSignalThatDoesNotNameBothStatesIsKeptButOpensNothing() {
    Signal unnamed =
        act(null, SignalType.EXPULSION, "ISL")
            .in("a.example", "isl-1", "2025-09-18T10:00:00Z")
            .make();

    rig.publish(unnamed);

    eventually()
        .until(
            () ->
                get("/api/v1/ledger/signals?unnamed=true")
                    .getList("items.signal.id")
                    .contains(unnamed.id()));
    assertEquals(0, incidents("???-ISL"));
  }

  @Test
  void incidentAndDeliveriesAreWrittenTogetherOrNotAtAll() throws SQLException {
    execute(
        """
        create function alert.full_disk() returns trigger language plpgsql as
        $$ begin
          if new.id like '%%-chn-bootstrap-kafka' then
            raise exception 'no space left' using errcode = '53100';
          end if;
          return new;
        end $$
        """,
        "create trigger full_disk before insert on alert.delivery"
            + " for each row execute function alert.full_disk()");
    Signal signal = expulsion("PER", "CHL").make();

    rig.publish(signal);

    eventually().until(() -> rollbacks() > 2);
    assertEquals(0, incidents("CHL-PER"));
    assertEquals(0, count("alert.signal", signal.id()));
    execute("drop trigger full_disk on alert.delivery", "drop function alert.full_disk()");
    eventually().until(() -> incidents("CHL-PER") == 1);
    assertEquals(1, count("alert.signal", signal.id()));
    assertEquals(List.of(), letters(signal.id()));
  }

  @Test
  void signalsThatComeWhileConnectionsBreakAreTakenInAndNeverPutAside() throws SQLException {
    List<Signal> signals =
        IntStream.range(0, 60)
            .mapToObj(
                n ->
                    act("COL", SignalType.EXPULSION, "VEN")
                        .in("o" + n + ".example", "colven-" + n, "2025-09-18T10:00:00Z")
                        .make())
            .toList();

    for (Signal signal : signals) {
      rig.publish(signal);
      execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    eventually()
        .until(
            () ->
                letters("colven-").size()
                        + number("select count(*) from alert.signal where pair = 'COL-VEN'")
                    == signals.size());
    assertEquals(List.of(), letters("colven-").stream().map(IntakeTest::reason).toList());
    assertEquals(1, incidents("COL-VEN"));
  }

  @Test
  void aWithdrawnSignalIsTakenOutOfItsIncident() {
    Signal signal = expulsion("GEO", "ARM").make();
    rig.publish(signal);
    eventually().until(() -> levels("ARM-GEO").equals(List.of(4)));

    rig.publish(signal.withdrawnBy(1));
    eventually().until(() -> levels("ARM-GEO").equals(List.of(0)));

    rig.publish(signal);
    rig.publish(signal.correctedBy(2));
    eventually().until(() -> levels("ARM-GEO").equals(List.of(4)));
    String incident = get("/api/v1/incidents?pair=ARM-GEO").getString("items[0].id");
    assertEquals(1, get("/api/v1/notifications?incident=" + incident).getList("items").size());
  }

  @Test
  void theLedgerFollowsAnArticleToItsReceipts() {
    Signal signal = expulsion("URY", "PRY").make();

    rig.publish(signal);

    String path = "/api/v1/ledger?article=" + signal.source().articleId();
    JsonPath ledger =
        eventually()
            .until(
                () -> get(path),
                found ->
                    found
                        .getList("notifications.deliveries.flatten().state")
                        .contains("DELIVERED"));
    assertEquals(List.of(signal.id()), ledger.getList("signals.signal.id"));
    assertEquals(
        ledger.getString("signals[0].measure"), ledger.getString("notifications[0].measures[0]"));
    assertEquals(
        "ACCEPTED", ledger.getString("notifications[0].deliveries[0].attempts[0].outcome"));
  }

  @Test
  void incidentsAreFilteredAndAnUnknownOneIsAProblem() {
    rig.publish(expulsion("BOL", "ECU").make());
    eventually().until(() -> incidents("BOL-ECU") == 1);

    assertEquals(1, get("/api/v1/incidents?pair=BOL-ECU&minLevel=4").getList("items").size());
    assertEquals(0, get("/api/v1/incidents?pair=BOL-ECU&minLevel=5").getList("items").size());
    assertEquals(0, get("/api/v1/incidents?pair=BOL-ECU&state=open").getList("items").size());
    assertEquals(1, get("/api/v1/incidents?pair=BOL-ECU&state=closed").getList("items").size());
    operator().get("/api/v1/incidents?state=ajar").then().statusCode(400);
    operator().get("/api/v1/incidents/inc-0").then().statusCode(404);
    operator().get("/api/v1/incidents?cursor=x").then().statusCode(400);
  }

  private static SignalMother expulsion(String actor, String target) {
    return act(actor, SignalType.EXPULSION, target)
        .in("a.example", actor + target + "-1", "2025-09-18T10:00:00Z");
  }

  private static List<Integer> levels(String pair) {
    return get("/api/v1/incidents?pair=" + pair).getList("items.level");
  }

  private static int incidents(String pair) {
    return get("/api/v1/incidents?pair=" + pair).getList("items").size();
  }

  private List<ConsumerRecord<String, String>> letters(String text) {
    return rig.records(DEAD_LETTERS).stream()
        .filter(record -> record.value().contains(text))
        .toList();
  }

  private static String reason(ConsumerRecord<String, String> letter) {
    return new String(
        letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
  }

  private static String id(JsonPath letters, String body) {
    return letters.getString("items.find { it.body == '" + body + "' }?.id");
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql.replace("%%", "%"));
      }
    }
  }

  private long rollbacks() throws SQLException {
    return number("select xact_rollback from pg_stat_database where datname = current_database()");
  }

  private long count(String table, String id) throws SQLException {
    return number("select count(*) from " + table + " where id = '" + id + "'");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
