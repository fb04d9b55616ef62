package io.riftwatch.ingest.schedule;

import static io.riftwatch.ingest.Operator.follows;
import static io.riftwatch.ingest.OutletServer.body;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.riftwatch.embedded.Backends;
import io.riftwatch.ingest.OutletServer;
import io.riftwatch.ingest.Rss;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What becomes of polls when their replica stops. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class StoppingTest {

  @Inject FeedClaims claims;
  @Inject Poll poll;
  @Inject Settlements settlements;
  @Inject Relocation relocation;
  @Inject InFlight inFlight;
  @Inject PollConfig config;
  @Inject PollMeters meters;
  @Inject InstantSource clock;

  @Test
  void aPollByHandIsDroppedBeforeItsClaimIsGivenBack() {
    Poller poller =
        new Poller(claims, poll, settlements, relocation, inFlight, config, meters, clock);
    CountDownLatch late = new CountDownLatch(1);
    try (OutletServer outlet = new OutletServer()) {
      outlet.at(
          "/slow",
          exchange -> {
            awaits(late);
            body("application/rss+xml", Rss.feed("F", Rss.item("g", "", "Late", "")))
                .answer(exchange);
          });
      UUID feed = UUID.fromString(follows(outlet.url("/slow")));
      UniAssertSubscriber<Optional<PollReport>> poll =
          poller.pollNow(feed).subscribe().withSubscriber(UniAssertSubscriber.create());
      await().until(() -> outlet.requests("/slow").size() == 1);

      poller.giveBack(new ShutdownEvent());
      late.countDown();

      poll.awaitFailure().assertFailedWith(CancellationException.class);
      assertTrue(claims.claim(feed).await().indefinitely().isPresent());
    }
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
