package io.riftwatch.ingest.fetch;

import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.HostBlocked;
import io.riftwatch.ingest.fetch.FetchOutcome.Throttled;
import io.riftwatch.runtime.http.GuardedHttpClient;
import io.riftwatch.runtime.http.HttpAnswer;
import io.riftwatch.runtime.http.HttpCall;
import io.riftwatch.runtime.http.HttpConfig;
import io.riftwatch.runtime.http.HttpFailure;
import io.riftwatch.runtime.http.RetryAfter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Asks outlets for feeds and pages and follows redirects hop by hop. Every hop keeps to what its
 * host allows: few connections, a gap between requests, rest where it asked for some.
 */
@ApplicationScoped
public class Fetcher {

  private static final String FEEDS_FIRST =
      "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
          + " text/html;q=0.8, */*;q=0.5";

  private static final String PAGES_FIRST =
      "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5";

  private static final String PLAIN_TEXT_FIRST = "text/plain, */*;q=0.5";

  private static final Uni<Optional<FetchOutcome>> NOTHING_AGAINST_IT =
      Uni.createFrom().item(Optional.empty());

  /**
   * What is asked at each hop.
   *
   * @param accept the header Accept
   * @param refusal what stands against asking an address at all
   */
  private record Errand(
      String accept,
      Validators validators,
      HttpCall.Limits limits,
      Function<URI, Uni<Optional<FetchOutcome>>> refusal) {}

  private final GuardedHttpClient http;
  private final InstantSource clock;
  private final FetchConfig config;
  private final HostGate gate;
  private final HostBlocks blocks;
  private final FetchMeters meters;
  private final Robots robots;

  Fetcher(
      GuardedHttpClient http,
      InstantSource clock,
      FetchConfig config,
      HttpConfig identity,
      Vertx vertx,
      HostBlocks blocks,
      FetchMeters meters) {
    this.http = http;
    this.clock = clock;
    this.config = config;
    this.gate =
        new HostGate(
            clock,
            (pause, task) -> vertx.setTimer(Math.max(1, pause.toMillis()), id -> task.run()),
            config.perHost(),
            config.gap(),
            config.robotsSites());
    this.blocks = blocks;
    this.meters = meters;
    this.robots =
        new Robots(
            this::robotsTxt,
            clock,
            new Robots.Bounds(
                productToken(identity.userAgent()),
                config.robotsMaxAge(),
                config.robotsRetry(),
                config.longestCrawlDelay(),
                config.robotsSites()),
            gate::keepGap);
  }

  private static String productToken(String userAgent) {
    return userAgent.split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /**
   * Asks for what a feed's address holds, if it changed since the validators were given. An
   * operator subscribed to the feed, it is not crawled: robots.txt does not apply.
   *
   * @return the outcome; a failure of the network or of the outlet is one, too
   */
  public Uni<FetchOutcome> fetch(URI url, Validators validators) {
    return hop(Trail.from(url), feed(validators));
  }

  /** Asks for a page that a feed links to, if the robots.txt of each site on the way allows it. */
  public Uni<FetchOutcome> page(URI url) {
    return hop(
        Trail.from(url),
        new Errand(PAGES_FIRST, Validators.NONE, CallLimits.of(config), robots::refusal));
  }

  private Uni<FetchOutcome> robotsTxt(URI url) {
    long most = config.maxRobots().asLongValue();
    return hop(
        Trail.from(url),
        new Errand(
            PLAIN_TEXT_FIRST,
            Validators.NONE,
            CallLimits.of(config, most, most),
            hop -> NOTHING_AGAINST_IT));
  }

  private Errand feed(Validators validators) {
    return new Errand(FEEDS_FIRST, validators, CallLimits.of(config), hop -> NOTHING_AGAINST_IT);
  }

  /** Asks once because somebody waits for the answer: at once, whatever the host allows. */
  Uni<FetchOutcome> fetchByHand(URI url) {
    return byHand(Trail.from(url));
  }

  private Uni<FetchOutcome> hop(Trail trail, Errand errand) {
    return errand
        .refusal()
        .apply(trail.url())
        .chain(refusal -> refusal.map(Fetcher::item).orElseGet(() -> admitted(trail, errand)));
  }

  private Uni<FetchOutcome> admitted(Trail trail, Errand errand) {
    return blocked(trail).map(Fetcher::item).orElseGet(() -> atItsTurn(trail, errand));
  }

  /** The block that is in force for the host that the trail leads to. */
  private Optional<FetchOutcome> blocked(Trail trail) {
    return blocks.inForce(trail.host()).map(block -> new HostBlocked(trail.host(), block.until()));
  }

  /** By then the host may be blocked, so the answer is empty and the block the outcome. */
  private Uni<FetchOutcome> atItsTurn(Trail trail, Errand errand) {
    FetchMeters.Wait wait = meters.waits();
    return gate.within(
            trail.host(),
            () -> {
              wait.ends();
              return blocked(trail).isPresent()
                  ? Uni.createFrom().item(Optional.<HttpAnswer>empty())
                  : send(trail, errand).map(Optional::of);
            })
        .chain(
            answer ->
                answer.map(a -> next(trail, a, errand)).orElseGet(() -> admitted(trail, errand)))
        .onFailure(HttpFailure.class)
        .recoverWithItem(Fetcher::failed);
  }

  private Uni<HttpAnswer> send(Trail trail, Errand errand) {
    return meters.measured(http.send(HttpCall.get(trail.url(), headers(errand), errand.limits())));
  }

  private Uni<FetchOutcome> next(Trail trail, HttpAnswer answer, Errand errand) {
    return Answer.isThrottling(answer)
        ? throttled(trail, answer)
        : blocks
            .answered(trail.host())
            .chain(() -> judge(trail, answer, errand.validators(), t -> hop(t, errand)));
  }

  private Uni<FetchOutcome> throttled(Trail trail, HttpAnswer answer) {
    Optional<Instant> asked =
        answer.header("Retry-After").flatMap(v -> RetryAfter.until(v, clock.instant()));
    return blocks
        .throttled(trail.host(), answer.status(), asked)
        .map(block -> new Throttled(block.until(), answer.status()));
  }

  private Uni<FetchOutcome> byHand(Trail trail) {
    return send(trail, feed(Validators.NONE))
        .chain(answer -> judge(trail, answer, Validators.NONE, this::byHand))
        .onFailure(HttpFailure.class)
        .recoverWithItem(Fetcher::failed);
  }

  /**
   * What an answer means.
   *
   * @param onward makes the next hop where it is a redirect
   */
  private Uni<FetchOutcome> judge(
      Trail trail, HttpAnswer answer, Validators asked, Function<Trail, Uni<FetchOutcome>> onward) {
    return Answer.redirect(answer)
        .map(location -> redirected(trail, answer, location, onward))
        .orElseGet(() -> item(Answer.outcome(trail, answer, asked)));
  }

  private Uni<FetchOutcome> redirected(
      Trail trail, HttpAnswer answer, String location, Function<Trail, Uni<FetchOutcome>> onward) {
    OptionalInt status = OptionalInt.of(answer.status());
    Optional<URI> target = WebLink.resolve(trail.url(), location);
    if (target.isEmpty()) {
      return item(
          new Failed(trail.url() + " redirects to what is no web address: " + location, status));
    }
    if (trail.redirects().size() == config.maxRedirects()) {
      return item(
          new Failed(
              trail.url() + " redirects once more after " + config.maxRedirects() + " times",
              status));
    }
    return onward.apply(trail.to(target.get(), answer.status()));
  }

  private static Uni<FetchOutcome> item(FetchOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }

  private static FetchOutcome failed(Throwable failure) {
    return new Failed(failure.getMessage(), OptionalInt.empty());
  }

  private static Map<String, String> headers(Errand errand) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", errand.accept());
    Validators validators = errand.validators();
    validators.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
    validators.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
    return headers;
  }
}
