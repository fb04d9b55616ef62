package io.riftwatch.ingest.websub;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.Hub;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;

/** A subscriber, and the outlet and the hub it has to do with. */
final class WebsubDesk implements AutoCloseable {

  final OutletServer world = new OutletServer();
  final Hub hub = new Hub(world, "/hub");

  private final EmbeddedDatabase database;
  private final Subscriber subscriber;

  /** Nothing is followed yet. */
  WebsubDesk(EmbeddedDatabase database, Subscriber subscriber) throws SQLException {
    this.database = database;
    this.subscriber = subscriber;
    execute("DELETE FROM ingest.feed");
    execute("DELETE FROM ingest.websub_subscription");
  }

  /** Follows a feed whose answer names the hub, polled once. */
  String namesHub(String hubUrl) {
    publishes("Link", "<" + hubUrl + ">; rel=\"hub\", </self>; rel=self");
    String feed = follows(Map.of("url", world.url("/feed"), "pollInterval", "PT15M"));
    assertEquals("READ", polls(feed).get("outcome"));
    return feed;
  }

  /** The feed answers with these headers from now on. */
  void publishes(String... headers) {
    world.at(
        "/feed",
        body("application/rss+xml", Rss.feed("F", Rss.item("g1", "", "One", "")), headers));
  }

  String isSubscribed() {
    String feed = namesHub(hub.url());
    asks();
    hub.verifies().statusCode(200);
    return feed;
  }

  void asks() {
    subscriber.tick().await().indefinitely();
  }

  void asksWhenItIsTime() throws SQLException {
    execute("UPDATE ingest.websub_subscription SET next_attempt_at = now()");
    asks();
  }

  static ValidatableResponse subscription(String feed) {
    return operator().get("/api/v1/feeds/" + feed + "/subscription").then();
  }

  static Instant nextPoll(String feed) {
    return Instant.parse(
        operator().get("/api/v1/feeds/" + feed).then().extract().path("nextPollAt"));
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of the first row. */
  String value(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  @Override
  public void close() {
    world.close();
  }
}
