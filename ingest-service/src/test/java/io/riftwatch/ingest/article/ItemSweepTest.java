package io.riftwatch.ingest.article;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.OutletServer.body;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ItemSweepTest {

  @Inject ItemSweep items;
  EmbeddedDatabase database;

  @Test
  void anEntryIsForgottenLongAfterItLeftItsFeedAndNotPublishedAgainShouldItComeBack()
      throws SQLException {
    try (OutletServer outlet = new OutletServer()) {
      String stays = Rss.item("1", outlet.url("/1"), "Stays", "A text.");
      String leaves = Rss.item("2", outlet.url("/2"), "Leaves", "Another text.");
      carries(outlet, stays, leaves);
      String feed = follows(Map.of("url", outlet.url("/feed"), "fullText", false));
      polls(feed);
      carries(outlet, stays);
      age(feed, 89);
      polls(feed);
      age(feed, 2);

      items.sweep().await().indefinitely();

      assertEquals(1, remembered(feed));
      carries(outlet, stays, leaves);
      assertEquals(0, polls(feed).get("published"));
      assertEquals(2, remembered(feed));
    }
  }

  private static void carries(OutletServer outlet, String... entries) {
    outlet.at("/feed", body("application/rss+xml", Rss.feed("Outlet", entries)));
  }

  private void age(String feed, int days) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE ingest.item SET seen_at = seen_at - interval '%d days' WHERE feed_id = '%s'"
              .formatted(days, feed));
    }
  }

  private int remembered(String feed) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM ingest.item WHERE feed_id = '" + feed + "'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
