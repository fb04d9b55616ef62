package io.riftwatch.ingest.wire;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class WireIndexTest {

  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE wait_event_type = 'Lock' AND query LIKE '%ingest.wire\\_%'";

  @Inject WireIndex index;
  @Inject Pool pool;
  @Inject WireConfig config;
  EmbeddedDatabase database;

  /** Words that no other test has, as many as asked for. */
  private static String text(int words) {
    String seed = "w" + UUID.randomUUID().toString().replace("-", "");
    return IntStream.range(0, words).mapToObj(i -> seed + i).collect(Collectors.joining(" "));
  }

  private static String first(String text, int words) {
    return Stream.of(text.split(" ")).limit(words).collect(Collectors.joining(" "));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private String join(String id, String text) {
    return join(index, id, text);
  }

  private static String join(WireIndex index, String id, String text) {
    return index.join(id, index.sketch("Title", text)).await().indefinitely();
  }

  private WireIndex at(Instant now) {
    return new WireIndex(pool, InstantSource.fixed(now), config);
  }

  @Test
  void theMeasuredRulesAreTheDefault() {
    assertEquals(WireRulesTest.RULES, config.rules());
  }

  @Test
  void aCopyIsOfTheGroupOfTheEarliest() {
    String text = text(200);
    String original = id();

    assertEquals(original, join(original, text));
    assertEquals(original, join(id(), "By our own staff. " + text));
    assertEquals(original, join(id(), first(text, 60)));
  }

  @Test
  void aTextOfItsOwnIsAGroupOfItsOwn() {
    String one = id();
    String other = id();

    assertEquals(one, join(one, text(200)));
    assertEquals(other, join(other, text(200)));
  }

  @Test
  void anArticleThatIsAskedForAgainHasTheSameGroup() {
    String text = text(200);
    String original = id();
    String copy = id();
    join(original, text);
    join(copy, text);

    assertEquals(original, join(original, text));
    assertEquals(original, join(copy, text));
    assertEquals(original, join(copy, text(200)));
    assertEquals(original, join(original, text(200)));
  }

  @Test
  void anArticleThatStoodAloneJoinsWhenItsTextComes() {
    String text = text(200);
    String original = id();
    String late = id();
    join(original, text);

    assertEquals(late, join(late, first(text, 10)));
    assertEquals(original, join(late, text));
  }

  @Test
  void anArticleOthersCopyStaysTheirGroupWhateverItBecomes() {
    String earlier = id();
    String text = text(200);
    String other = text(200);
    String original = id();
    join(earlier, other);
    join(original, text);
    String copy = id();
    join(copy, text);

    assertEquals(original, join(original, other));
    assertEquals(original, join(copy, text));
  }

  @Test
  void shortTextsAreCopiesOnlyWhereTheyAreEqual() {
    String text = text(12);
    String original = id();

    assertEquals(original, join(original, text));
    assertEquals(original, join(id(), text.replace(" ", ", ")));
    assertNotEquals(original, join(id(), first(text, 11)));
  }

  @Test
  void aFewWordsAreNoText() throws SQLException {
    String one = id();
    String other = id();

    assertEquals(one, join(one, "Live updates"));
    assertEquals(other, join(other, "Live updates"));
    assertEquals(
        0, count("SELECT count(*) FROM ingest.wire_text WHERE article_id = '" + one + "'"));
  }

  @Test
  void aTextOfBeforeTheWindowIsNotCopied() {
    Instant now = Clock.tickMillis(ZoneOffset.UTC).instant();
    String text = text(200);
    String early = id();
    String late = id();
    join(at(now.minus(config.window()).minusSeconds(60)), early, text);

    assertEquals(late, join(at(now), late, text));
  }

  @Test
  void thePhraseOfThousandsOfArticlesHidesNoCopy() {
    String phrase = text(12);
    String text = text(200);
    String original = id();
    join(original, phrase + " " + text);
    for (int i = 0; i < 2 * config.perBand(); i++) {
      join(id(), phrase + " " + text(60));
    }

    assertEquals(original, join(id(), phrase + " " + first(text, 150)));
  }

  @RepeatedTest(5)
  void copiesThatReplicasReadInOneInstantAreOneGroup() {
    String text = text(200);
    List<WireIndex> replicas = List.of(index, at(Instant.now()), at(Instant.now()));
    List<Uni<String>> joins =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    replicas
                        .get(i % replicas.size())
                        .join("copy-" + i + "-" + id(), index.sketch("", first(text, 100 + 8 * i))))
            .toList();

    Set<String> groups =
        new HashSet<>(
            Uni.join().all(joins).andCollectFailures().await().atMost(Duration.ofSeconds(20)));

    assertEquals(1, groups.size(), groups.toString());
  }

  @Test
  void whatIsPastTheWindowIsSweptAndNothingElse() throws SQLException {
    Instant now = Clock.tickMillis(ZoneOffset.UTC).instant();
    String old = id();
    String young = id();
    join(at(now.minus(config.window()).minusSeconds(60)), old, text(200));
    join(at(now.minus(config.window()).plusSeconds(3600)), young, text(200));

    new WireSweep(pool, InstantSource.fixed(now), config).sweep().await().indefinitely();

    assertEquals(
        0, count("SELECT count(*) FROM ingest.wire_text WHERE article_id = '" + old + "'"));
    assertEquals(
        1, count("SELECT count(*) FROM ingest.wire_text WHERE article_id = '" + young + "'"));
    assertEquals(
        0,
        count(
            "SELECT count(*) FROM ingest.wire_band b WHERE NOT EXISTS"
                + " (SELECT FROM ingest.wire_text t WHERE t.ref = b.ref)"));
  }

  /** The sweep locks a text, then deletes its bands. */
  @Test
  void anEditWaitsForTheSweepOfItsTextAndHoldsNoneOfItsBands() throws SQLException {
    String article = id();
    join(article, text(200));
    CompletableFuture<String> edited;
    try (Connection sweep = database.connect();
        Statement statement = sweep.createStatement()) {
      sweep.setAutoCommit(false);
      String own = " ingest.wire_text WHERE article_id = '" + article + "'";
      statement.execute("SET LOCAL lock_timeout = '5s'");
      statement.execute("SELECT FROM" + own + " FOR UPDATE");
      edited = CompletableFuture.supplyAsync(() -> join(article, text(200)));
      await().until(() -> count(WAITING) == 1);

      statement.execute("DELETE FROM ingest.wire_band WHERE ref = (SELECT ref FROM" + own + ")");
      statement.execute("DELETE FROM" + own);
      sweep.commit();
    }

    assertEquals(article, edited.orTimeout(10, TimeUnit.SECONDS).join());
    assertEquals(
        16,
        count(
            "SELECT count(*) FROM ingest.wire_band JOIN ingest.wire_text USING (ref)"
                + " WHERE article_id = '"
                + article
                + "'"));
  }

  private int count(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
