package io.riftwatch.classify.verdict;

import static io.riftwatch.classify.Rest.read;
import static io.riftwatch.classify.verdict.Desk.awaitState;
import static io.riftwatch.classify.verdict.Desk.confirm;
import static io.riftwatch.classify.verdict.Desk.judge;
import static io.riftwatch.classify.verdict.Desk.reject;
import static io.riftwatch.classify.verdict.Desk.seen;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.riftwatch.classify.Wire;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.ingest.contract.Article;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ReviewTest.NothingIsCertain.class)
class ReviewTest {

  /** Every signal is too uncertain. */
  public static class NothingIsCertain implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("riftwatch.classify.review-below", "1.01");
    }
  }

  EmbeddedBroker broker;
  private Wire reviews;
  private Wire signals;
  private final Article article = Desk.article();
  private String expulsion;
  private String suspension;

  @BeforeEach
  void anArticleIsReviewed() {
    reviews = new Wire(broker, "riftwatch.reviews");
    signals = new Wire(broker);
    List<Signal> waiting = Desk.signals(reviews, article);
    expulsion = Desk.id(waiting, SignalType.EXPULSION);
    suspension = Desk.id(waiting, SignalType.COOPERATION_SUSPENSION);
  }

  @AfterEach
  void disconnect() {
    reviews.close();
    signals.close();
  }

  @Test
  void anUncertainSignalIsPublishedOnceItIsConfirmed() {
    awaitState(expulsion, "REVIEW", false);
    await()
        .atMost(Desk.PATIENCE)
        .until(() -> read("signals?state=REVIEW").getList("items.id").contains(expulsion));

    confirm(expulsion);

    assertEquals(List.of(expulsion), seen(signals, article, 1).stream().map(Signal::id).toList());
    awaitState(expulsion, "CONFIRMED", false);
    assertTrue(!read("signals?state=REVIEW").getList("items.id").contains(expulsion));
  }

  @Test
  void aRejectedSignalThatWasNotPublishedIsNotWithdrawnEither() {
    reject(expulsion);
    confirm(suspension);

    assertEquals(List.of(suspension), seen(signals, article, 1).stream().map(Signal::id).toList());
    awaitState(expulsion, "REJECTED", false);
  }

  @Test
  void onlyWhatIsCorrectedIsPublished() {
    String corrected =
        judge(
                suspension,
                Map.of(
                    "verdict",
                    "CONFIRMED",
                    "corrected",
                    Map.of("type", "SUMMONS", "actor", "MLI", "status", "ACTUAL")))
            .getString("correctedId");
    confirm(expulsion);

    assertEquals(
        List.of(corrected, expulsion),
        seen(signals, article, 2).stream().map(Signal::id).sorted(byOrder(corrected)).toList());
    awaitState(corrected, "CONFIRMED", false);
    awaitState(suspension, "REJECTED", false);
  }

  /** The topic's partitions keep no order among pairs. */
  private static Comparator<String> byOrder(String first) {
    return Comparator.comparing(id -> !id.equals(first));
  }

  @Test
  void aPublishedSignalDoesNotFallBackIntoReview() {
    confirm(expulsion);
    awaitState(expulsion, "CONFIRMED", false);

    reviews.send(Desk.revised(article));
    Desk.seen(reviews, article, 4);
    await()
        .atMost(Desk.PATIENCE)
        .until(() -> Desk.stored(suspension).getInt("source.revision") == 2);

    awaitState(suspension, "REVIEW", false);
    awaitState(expulsion, "CONFIRMED", false);
    assertEquals(1, Desk.stored(expulsion).getInt("source.revision"));
  }
}
