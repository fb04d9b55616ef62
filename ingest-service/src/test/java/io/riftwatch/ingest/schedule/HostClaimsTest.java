package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Operator.follows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.fetch.FetchConfig;
import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.schedule.PollSchedule.Learnt;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class HostClaimsTest {

  EmbeddedDatabase database;
  @Inject Pool pool;
  @Inject PollConfig config;
  @Inject PollSchedule schedule;
  @Inject Settlements settlements;

  @BeforeEach
  void noFeeds() throws SQLException {
    execute("DELETE FROM ingest.feed");
    execute("DELETE FROM ingest.host");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Another replica, as far as claims go. */
  private FeedClaims replica(String gap, int perHost) {
    FetchConfig limits =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(FetchConfig.class)
            .withDefaultValues(
                Map.of(
                    "riftwatch.ingest.fetch.gap",
                    gap,
                    "riftwatch.ingest.fetch.per-host",
                    String.valueOf(perHost)))
            .build()
            .getConfigMapping(FetchConfig.class);
    return new FeedClaims(pool, config, limits);
  }

  /** Feeds of a host, the first due for longest. */
  private void follow(String host, int feeds) throws SQLException {
    IntStream.range(0, feeds).forEach(i -> follows("https://" + host + "/" + i));
    execute(
        "UPDATE ingest.feed SET next_poll_at = now() - interval '1 hour'"
            + " + make_interval(secs => substring(url from '[0-9]+$')::int)"
            + " WHERE host = '"
            + host
            + "'");
  }

  private static List<ClaimedFeed> claim(FeedClaims replica) {
    return replica.claimDue(50).await().indefinitely();
  }

  private static List<String> urls(List<ClaimedFeed> feeds) {
    return feeds.stream().map(feed -> feed.url().toString()).sorted().toList();
  }

  private void settle(ClaimedFeed feed, Duration pause) {
    PollState next =
        schedule.onFetched(
            feed.state(),
            pause,
            new Learnt(Validators.NONE, Rhythm.UNKNOWN, Hints.NONE, Optional.empty()));
    settlements.settle(feed, next, Optional.empty()).await().indefinitely();
  }

  @Test
  void twoReplicasTogetherGiveAHostNoMoreThanItsGap() throws SQLException {
    follow("a.example", 20);
    follow("b.example", 3);
    FeedClaims one = replica("1h", 2);
    FeedClaims two = replica("1h", 2);

    List<ClaimedFeed> claimed =
        IntStream.range(0, 10)
            .mapToObj(
                round ->
                    Uni.join()
                        .all(one.claimDue(50), two.claimDue(50), one.claimDue(50))
                        .andFailFast()
                        .await()
                        .indefinitely())
            .flatMap(List::stream)
            .flatMap(List::stream)
            .toList();

    assertEquals(List.of("https://a.example/0", "https://b.example/0"), urls(claimed));
  }

  @Test
  void afterTheGapTheFeedThatWaitsLongestIsNext() throws SQLException {
    follow("a.example", 20);
    FeedClaims replica = replica("1h", 2);
    claim(replica);
    execute("UPDATE ingest.host SET look_at = now(), free_at = now()");

    assertEquals(List.of("https://a.example/1"), urls(claim(replica)));
  }

  @Test
  void noMoreFeedsOfAHostAreInWorkThanItHasConnections() throws SQLException {
    follow("a.example", 20);
    FeedClaims one = replica("0s", 2);
    FeedClaims two = replica("0s", 2);

    List<ClaimedFeed> claimed = Stream.of(one, two).flatMap(r -> claim(r).stream()).toList();
    assertEquals(List.of("https://a.example/0", "https://a.example/1"), urls(claimed));

    settle(claimed.get(0), Duration.ofHours(1));
    execute("UPDATE ingest.host SET look_at = now()");
    assertEquals(List.of("https://a.example/2"), urls(claim(two)));
  }

  @Test
  void theFeedsOfABlockedHostWaitAndTheOthersDoNot() throws SQLException {
    follow("a.example", 2);
    follow("b.example", 1);
    execute(
        "UPDATE ingest.host SET blocked_until = now() + interval '1 hour',"
            + " look_at = now() + interval '1 hour' WHERE name = 'a.example'");
    follows("https://a.example/late");
    FeedClaims replica = replica("1s", 2);

    assertEquals(List.of("https://b.example/0"), urls(claim(replica)));

    execute("UPDATE ingest.host SET blocked_until = now(), look_at = now()");
    assertEquals(List.of("https://a.example/0"), urls(claim(replica)));
  }

  @Test
  void theManyFeedsOfOneHostDoNotHideThoseOfOthers() throws SQLException {
    follow("crowded.example", 60);
    FeedClaims replica = replica("1h", 2);
    claim(replica);
    follow("other.example", 1);

    assertEquals(
        List.of("https://other.example/0"), urls(replica.claimDue(1).await().indefinitely()));
  }

  @Test
  void aSettledFeedIsClaimedAgainWhenItIsDue() throws SQLException {
    follow("a.example", 1);
    FeedClaims replica = replica("0s", 2);
    settle(claim(replica).get(0), Duration.ofHours(1));
    assertEquals(List.of(), claim(replica));

    execute("UPDATE ingest.feed SET next_poll_at = now()");

    assertEquals(List.of("https://a.example/0"), urls(claim(replica)));
  }

  @Test
  void whatEndsTogetherIsWrittenTogether() throws SQLException {
    IntStream.range(0, 30).forEach(i -> follows("https://host" + i + ".example/"));
    List<ClaimedFeed> feeds = claim(replica("5s", 2));
    PollState poisoned =
        feeds
            .get(0)
            .state()
            .troubled(
                feeds.get(0).state().nextPollAt(),
                feeds.get(0).state().nextPollAt(),
                1,
                "a NUL \0 in it",
                java.util.OptionalInt.empty());

    Uni.join()
        .all(
            feeds.stream()
                .map(feed -> settlements.settle(feed, poisoned, Optional.of("w")))
                .toList())
        .andFailFast()
        .await()
        .indefinitely();

    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*), count(DISTINCT xmin::text) FROM ingest.feed"
                    + " WHERE failures = 1 AND warning = 'w' AND last_error = 'a NUL  in it'")) {
      assertTrue(rows.next());
      assertEquals(30, rows.getInt(1));
      assertTrue(rows.getInt(2) < 10, rows.getInt(2) + " transactions");
    }
  }
}
