package io.riftwatch.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.riftwatch.ingest.fetch.FetchOutcome.Disallowed;
import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.FetchOutcome.Gone;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Asks the robots.txt of a site whether a page may be read (RFC 9309): one that is not there allows
 * all, one that cannot be had allows nothing for a while.
 */
final class Robots {

  /**
   * The bounds of the asking.
   *
   * @param token the product token that groups of rules name, in lower case
   * @param maxAge how long what was read holds
   * @param retry how long a robots.txt that could not be had is not asked for again
   * @param longestDelay a longer Crawl-delay counts as this
   * @param sites how many sites' rules are kept
   */
  record Bounds(String token, Duration maxAge, Duration retry, Duration longestDelay, int sites) {}

  /** Told the gap that a site asks for between requests, zero where it asks for none. */
  @FunctionalInterface
  interface Delays {
    void keepGap(String host, Duration gap);
  }

  /** What a robots.txt came to: rules, or why there are none to go by. */
  private record Verdict(SimpleRobotRules rules, Optional<FetchOutcome> trouble) {

    static Verdict all() {
      return new Verdict(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty());
    }

    static Verdict none(FetchOutcome trouble) {
      return new Verdict(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Optional.of(trouble));
    }

    Optional<FetchOutcome> refusal(URI page) {
      return trouble.or(
          () ->
              rules.isAllowed(page.toString())
                  ? Optional.empty()
                  : Optional.of(new Disallowed(page)));
    }
  }

  private static final class Site {
    private Instant until = Instant.MAX;
    private Uni<Verdict> verdict;
  }

  /** RFC 9309, 2.5: what lies behind need not be read. */
  private static final int PARSED_BYTES = 500 * 1024;

  private static final int WARNINGS_LOGGED = 0;

  private final Function<URI, Uni<FetchOutcome>> fetcher;
  private final InstantSource clock;
  private final Bounds bounds;
  private final Delays delays;
  private final Map<URI, Site> sites;

  Robots(
      Function<URI, Uni<FetchOutcome>> fetcher, InstantSource clock, Bounds bounds, Delays delays) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.bounds = bounds;
    this.delays = delays;
    this.sites =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<URI, Site> eldest) {
            return size() > bounds.sites();
          }
        };
  }

  /** What stands against reading a page; empty where nothing does. */
  Uni<Optional<FetchOutcome>> refusal(URI page) {
    return verdict(page.resolve("/robots.txt")).map(verdict -> verdict.refusal(page));
  }

  private synchronized Uni<Verdict> verdict(URI robots) {
    Site known = sites.get(robots);
    if (known != null && known.until.isAfter(clock.instant())) {
      return known.verdict;
    }
    Site site = new Site();
    site.verdict =
        Uni.createFrom()
            .deferred(() -> fetcher.apply(robots))
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .map(outcome -> judge(robots, outcome))
            .onFailure()
            .recoverWithItem(Robots::unreadable)
            .invoke(verdict -> keep(site, verdict))
            .memoize()
            .indefinitely();
    sites.put(robots, site);
    return site.verdict;
  }

  private synchronized void keep(Site site, Verdict verdict) {
    Duration age = verdict.trouble().isPresent() ? bounds.retry() : bounds.maxAge();
    site.until = clock.instant().plus(age);
  }

  private Verdict judge(URI robots, FetchOutcome outcome) {
    if (outcome instanceof Fetched fetched) {
      return parsed(robots, fetched);
    }
    if (outcome instanceof Gone || outcome instanceof Failed failed && !failed.isPassing()) {
      delays.keepGap(Hosts.of(robots), Duration.ZERO);
      return Verdict.all();
    }
    return Verdict.none(
        outcome instanceof Failed failed
            ? new Failed("no page of the site is read: " + failed.reason(), failed.status())
            : outcome);
  }

  private static Verdict unreadable(Throwable cause) {
    return Verdict.none(new Failed("no page of the site is read: " + cause, OptionalInt.empty()));
  }

  private Verdict parsed(URI robots, Fetched fetched) {
    byte[] head = Arrays.copyOf(fetched.body(), Math.min(fetched.body().length, PARSED_BYTES));
    SimpleRobotRules rules =
        new SimpleRobotRulesParser(Long.MAX_VALUE, WARNINGS_LOGGED)
            .parseContent(robots.toString(), head, fetched.contentType(), List.of(bounds.token()));
    Duration wished = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    delays.keepGap(
        Hosts.of(robots),
        wished.compareTo(bounds.longestDelay()) < 0 ? wished : bounds.longestDelay());
    return new Verdict(rules, Optional.empty());
  }
}
