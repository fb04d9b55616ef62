package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Hub.pushes;
import static io.riftwatch.ingest.Hub.signature;
import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;

import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A feed that was polled and whose hub began to push it an hour ago. */
final class PushDesk implements AutoCloseable {

  static final String SECRET = "0123456789abcdef";

  final OutletServer outlet = new OutletServer();
  final String feed;
  final String callback;

  private final EmbeddedDatabase database;
  private final PushIntake intake;

  PushDesk(EmbeddedDatabase database, PushIntake intake) throws SQLException {
    this.database = database;
    this.intake = intake;
    execute("DELETE FROM ingest.feed");
    execute("DELETE FROM ingest.websub_subscription");
    publishes();
    feed = follows(Map.of("url", outlet.url("/feed"), "pollInterval", "PT15M"));
    polls(feed);
    UUID id = UUID.randomUUID();
    callback = "/websub/" + id;
    execute(
        """
        UPDATE ingest.websub_subscription SET id = '%s', secret = '%s', state = 'ACTIVE',
          asked_at = now() - interval '1 hour', verified_at = now() - interval '1 hour',
          lease_until = now() + interval '1 day', next_attempt_at = now() + interval '1 day'
        """
            .formatted(id, SECRET));
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void publishes(String... items) {
    outlet.at(
        "/feed",
        body(
            "application/rss+xml",
            Rss.feed("F", items),
            "Link",
            "<https://hub.example/>; rel=hub, </feed>; rel=self"));
  }

  static String item(String name) {
    return Rss.item(name, "", name, "");
  }

  void pushed(String... items) {
    String body = Rss.feed("F", items);
    pushes(callback, body, signature("sha256", body, SECRET)).statusCode(202);
  }

  void takes() {
    intake.tick().await().indefinitely();
  }

  List<String> titles() {
    return operator()
        .get("/api/v1/articles?feed=" + feed)
        .then()
        .extract()
        .jsonPath()
        .getList("items.title");
  }

  Duration untilNextPoll() {
    String next = operator().get("/api/v1/feeds/" + feed).then().extract().path("nextPollAt");
    return Duration.between(Instant.now(), Instant.parse(next));
  }

  /** Whether a body waits longer than it had to. */
  boolean isPutOff() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      return statement
          .executeQuery("SELECT FROM ingest.websub_push WHERE due_at > received_at")
          .next();
    }
  }

  @Override
  public void close() {
    outlet.close();
  }
}
