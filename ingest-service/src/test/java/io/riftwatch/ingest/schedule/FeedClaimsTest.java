package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.Operator.operator;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.schedule.PollSchedule.Learnt;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FeedClaimsTest {

  EmbeddedDatabase database;
  @Inject FeedClaims claims;
  @Inject Settlements settlements;
  @Inject PollSchedule schedule;

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

  private void leaseRunsOut() throws SQLException {
    execute("UPDATE ingest.feed SET claimed_until = now() - interval '1 second'");
    execute("UPDATE ingest.host SET look_at = now()");
  }

  private List<ClaimedFeed> claimDue(int limit) {
    return claims.claimDue(limit).await().indefinitely();
  }

  @Test
  void noTwoClaimersEverGetOneFeed() {
    List<String> feeds =
        IntStream.range(0, 60).mapToObj(i -> follows("https://claims" + i + ".example/")).toList();

    List<UUID> claimed =
        Uni.join()
            .all(IntStream.range(0, 12).mapToObj(i -> claims.claimDue(7)).toList())
            .andFailFast()
            .await()
            .indefinitely()
            .stream()
            .flatMap(List::stream)
            .map(ClaimedFeed::id)
            .toList();

    assertEquals(claimed.stream().distinct().count(), claimed.size());
    assertTrue(feeds.containsAll(claimed.stream().map(UUID::toString).toList()));
    int left = claimDue(100).size();
    assertEquals(60, claimed.size() + left);
    assertEquals(List.of(), claimDue(100));
  }

  @Test
  void theFeedsOfAKilledReplicaComeBack() throws SQLException {
    follows("https://killed.example/");
    ClaimedFeed first = claimDue(10).get(0);
    leaseRunsOut();

    ClaimedFeed second = claimDue(10).get(0);

    assertEquals(first.id(), second.id());
    assertNotEquals(first.claim(), second.claim());
  }

  @Test
  void aClaimThatIsRenewedHolds() throws SQLException {
    follows("https://renewed.example/");
    ClaimedFeed feed = claimDue(10).get(0);
    leaseRunsOut();

    claims.renew(List.of(feed.claim())).await().indefinitely();

    assertEquals(List.of(), claimDue(10));
  }

  @Test
  void aReleasedFeedIsDueAsBefore() {
    follows("https://released.example/");
    ClaimedFeed feed = claimDue(10).get(0);

    claims.release(List.of(feed.claim())).await().indefinitely();

    assertEquals(feed.id(), claimDue(10).get(0).id());
  }

  @Test
  void whoLostTheClaimWritesNothing() throws SQLException {
    String id = follows("https://lost.example/");
    ClaimedFeed late = claimDue(10).get(0);
    leaseRunsOut();
    ClaimedFeed holder = claimDue(10).get(0);

    settle(late);
    operator().get("/api/v1/feeds/" + id).then().body("lastStatus", equalTo(null));

    settle(holder);
    operator().get("/api/v1/feeds/" + id).then().body("lastStatus", equalTo(200));
  }

  @Test
  void aFeedThatIsMadeDueWhileItIsPolledIsPolledAgain() throws SQLException {
    follows("https://again.example/");
    ClaimedFeed feed = claimDue(10).get(0);

    execute("UPDATE ingest.feed SET next_poll_at = now()");
    settle(feed);

    assertEquals(feed.id(), claimDue(10).get(0).id());
  }

  @Test
  void aFeedThatNobodyMadeDueRestsAfterItsPoll() {
    follows("https://rests.example/");

    settle(claimDue(10).get(0));

    assertEquals(List.of(), claimDue(10));
  }

  private void settle(ClaimedFeed feed) {
    PollState next =
        schedule.onFetched(
            feed.state(),
            Duration.ofHours(1),
            new Learnt(Validators.NONE, Rhythm.UNKNOWN, Hints.NONE, Optional.empty()));
    settlements.settle(feed, next, Optional.empty()).await().indefinitely();
  }

  @Test
  void disabledFeedsAreNotDue() {
    String id = follows("https://disabled.example/");
    operator()
        .body("{\"url\": \"https://disabled.example/\", \"enabled\": false}")
        .put("/api/v1/feeds/" + id)
        .then()
        .statusCode(200);

    assertEquals(List.of(), claimDue(10));
  }

  @Test
  void aFeedThatIsBeingPolledIsNotPolledBeside() {
    String id = follows("https://busy.example/");
    claimDue(10);

    operator().post("/api/v1/feeds/" + id + "/poll").then().statusCode(409);
  }
}
