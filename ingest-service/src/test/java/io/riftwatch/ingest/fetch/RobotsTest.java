package io.riftwatch.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.riftwatch.ingest.fetch.FetchOutcome.Disallowed;
import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.FetchOutcome.Gone;
import io.riftwatch.ingest.fetch.FetchOutcome.HostBlocked;
import io.riftwatch.runtime.http.HttpAnswer;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {

  private static final URI PAGE = URI.create("https://site.example/world/story?id=1");
  private static final URI ROBOTS = URI.create("https://site.example/robots.txt");

  private Instant now = Instant.parse("2025-09-18T10:00:00Z");
  private FetchOutcome outcome;
  private Optional<RuntimeException> bug = Optional.empty();
  private final List<URI> asked = new ArrayList<>();
  private final Map<String, Duration> gaps = new HashMap<>();
  private final Robots robots =
      new Robots(
          url -> {
            asked.add(url);
            return bug.isPresent()
                ? Uni.createFrom().failure(bug.get())
                : Uni.createFrom().item(outcome);
          },
          () -> now,
          new Robots.Bounds(
              "riftwatch", Duration.ofHours(24), Duration.ofMinutes(10), Duration.ofSeconds(30), 2),
          gaps::put);

  private static Fetched text(String text) {
    return new Fetched(
        ROBOTS,
        new HttpAnswer(
            200,
            Map.of("Content-Type", List.of("text/plain")),
            text.replace("|", "\n").getBytes(StandardCharsets.UTF_8)),
        Optional.empty());
  }

  private static Failed status(int status) {
    return new Failed("it answers " + status, OptionalInt.of(status));
  }

  private Optional<FetchOutcome> refusal(URI page) {
    return robots.refusal(page).await().atMost(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "User-agent: *|Disallow: /; true",
        "User-agent: *|Disallow: /sport/; false",
        "User-agent: *|Disallow:; false",
        "User-agent: *|Disallow: /world/|Allow: /world/story; false",
        "User-agent: *|Disallow: /*?id=; true",
        "User-agent: *|Disallow: /|User-agent: Riftwatch|Disallow: /private/; false",
        "User-agent: *|Disallow:|User-agent: riftwatch|Disallow: /world; true",
        "User-agent: OtherBot|Disallow: /; false",
        "User-agent: riftwatch|User-agent: otherbot|Disallow: /; true",
        "<html><body>no such page</body></html>; false"
      })
  void theRulesForOurNameElseThoseForAllDecide(String rules, boolean refused) {
    outcome = text(rules);

    assertEquals(refused ? Optional.of(new Disallowed(PAGE)) : Optional.empty(), refusal(PAGE));
    assertEquals(List.of(ROBOTS), asked);
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403", "404", "410", "451", "302"})
  void aRobotsTxtThatIsNotThereAllowsAll(int status) {
    outcome = status == 410 ? new Gone() : status(status);

    assertEquals(Optional.empty(), refusal(PAGE));
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "0"})
  void aRobotsTxtThatCannotBeHadAllowsNothingForAWhile(int status) {
    outcome = status == 0 ? new Failed("it broke off", OptionalInt.empty()) : status(status);

    assertInstanceOf(Failed.class, refusal(PAGE).orElseThrow());
    outcome = text("");
    now = now.plus(Duration.ofMinutes(9));
    assertInstanceOf(Failed.class, refusal(PAGE).orElseThrow());
    assertEquals(1, asked.size());

    now = now.plus(Duration.ofMinutes(1));
    assertEquals(Optional.empty(), refusal(PAGE));
  }

  @Test
  void aRobotsTxtThatIsStumbledOverAllowsNothingForAWhileOnly() {
    bug = Optional.of(new IllegalStateException("stumbled"));

    assertInstanceOf(Failed.class, refusal(PAGE).orElseThrow());
    assertEquals(1, asked.size());
    bug = Optional.empty();
    outcome = text("");
    now = now.plus(Duration.ofMinutes(10));

    assertEquals(Optional.empty(), refusal(PAGE));
  }

  @Test
  void whileTheHostIsBlockedItsPagesAreToo() {
    outcome = new HostBlocked("site.example", now.plusSeconds(60));

    assertEquals(Optional.of(outcome), refusal(PAGE));
  }

  @Test
  void whatWasReadHoldsForADay() {
    outcome = text("User-agent: *|Disallow: /");
    refusal(PAGE);
    outcome = text("");

    now = now.plus(Duration.ofHours(24).minusSeconds(1));
    assertEquals(Optional.of(new Disallowed(PAGE)), refusal(PAGE));
    now = now.plusSeconds(1);
    assertEquals(Optional.empty(), refusal(PAGE));
    assertEquals(2, asked.size());
  }

  @Test
  void eachSiteHasItsOwnAndTheLeastAskedForIsForgotten() {
    outcome = text("");
    for (String site : List.of("http://a.example", "https://a.example", "http://a.example:8080")) {
      refusal(URI.create(site + "/story"));
    }
    refusal(URI.create("http://a.example:8080/other"));
    refusal(URI.create("http://a.example/other"));

    assertEquals(4, asked.size());
  }

  @Test
  void onlyTheFirst500KibibytesCount() {
    outcome = text("#".repeat(500 * 1024 - 1) + "|User-agent: *|Disallow: /");

    assertEquals(Optional.empty(), refusal(PAGE));
  }

  @ParameterizedTest
  @CsvSource({"10, PT10S", "0.5, PT0.5S", "3600, PT30S"})
  void aCrawlDelayIsAGapWithinABound(String delay, Duration gap) {
    outcome = text("User-agent: *|Crawl-delay: " + delay + "|Disallow: /private/");

    assertEquals(Optional.empty(), refusal(PAGE));
    assertEquals(Map.of("site.example", gap), gaps);
  }

  @ParameterizedTest
  @CsvSource({"200", "404", "410"})
  void aCrawlDelayThatIsWithdrawnIsNoGapAnyMore(int status) {
    outcome = text("User-agent: *|Crawl-delay: 10");
    refusal(PAGE);

    outcome = status == 200 ? text("User-agent: *") : status == 410 ? new Gone() : status(status);
    now = now.plus(Duration.ofHours(24));
    refusal(PAGE);

    assertEquals(Map.of("site.example", Duration.ZERO), gaps);
  }
}
