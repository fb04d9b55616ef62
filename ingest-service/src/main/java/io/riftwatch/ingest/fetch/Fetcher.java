package io.riftwatch.ingest.fetch;

import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.HostBlocked;
import io.riftwatch.ingest.fetch.FetchOutcome.Throttled;
import io.riftwatch.runtime.http.GuardedHttpClient;
import io.riftwatch.runtime.http.HttpAnswer;
import io.riftwatch.runtime.http.HttpCall;
import io.riftwatch.runtime.http.HttpFailure;
import io.riftwatch.runtime.http.RetryAfter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks outlets for feeds and pages and follows redirects hop by hop. Every hop keeps to what its
 * host allows: few connections, a gap between requests, rest where it asked for some.
 */
@ApplicationScoped
public class Fetcher {

  private static final String FEEDS_FIRST =
      "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
          + " text/html;q=0.8, */*;q=0.5";

  private final GuardedHttpClient http;
  private final InstantSource clock;
  private final FetchConfig config;
  private final HostGate gate;
  private final HostBlocks blocks;
  private final FetchMeters meters;

  Fetcher(
      GuardedHttpClient http,
      InstantSource clock,
      FetchConfig config,
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
            config.gap());
    this.blocks = blocks;
    this.meters = meters;
  }

  /**
   * Asks for what an address holds, if it changed since the validators were given.
   *
   * @return the outcome; a failure of the network or of the outlet is one, too
   */
  public Uni<FetchOutcome> fetch(URI url, Validators validators) {
    return hop(Trail.from(url), validators);
  }

  /** Asks once because somebody waits for the answer: at once, whatever the host allows. */
  Uni<FetchOutcome> fetchByHand(URI url) {
    return byHand(Trail.from(url));
  }

  private Uni<FetchOutcome> hop(Trail trail, Validators validators) {
    return send(trail, validators)
        .chain(
            answer ->
                answer.isPresent()
                    ? next(trail, answer.get(), validators)
                    : Uni.createFrom().item(blocked(trail)))
        .onFailure(HttpFailure.class)
        .recoverWithItem(Fetcher::failed);
  }

  /** Empty where the host is to be left alone by the time it is our turn. */
  private Uni<Optional<HttpAnswer>> send(Trail trail, Validators validators) {
    HttpCall call = HttpCall.get(trail.url(), headers(validators), limits());
    String host = trail.host();
    if (blocks.inForce(host).isPresent()) {
      return Uni.createFrom().item(Optional.empty());
    }
    FetchMeters.Wait wait = meters.waits();
    return gate.within(
        host,
        () -> {
          wait.ends();
          return blocks.inForce(host).isPresent()
              ? Uni.createFrom().item(Optional.empty())
              : meters.measured(http.send(call)).map(Optional::of);
        });
  }

  private FetchOutcome blocked(Trail trail) {
    return new HostBlocked(
        trail.host(), blocks.inForce(trail.host()).map(Block::until).orElseGet(clock::instant));
  }

  private Uni<FetchOutcome> next(Trail trail, HttpAnswer answer, Validators validators) {
    if (Answer.isThrottling(answer)) {
      return blocks
          .throttled(
              trail.host(),
              answer.status(),
              answer.header("Retry-After").flatMap(v -> RetryAfter.until(v, clock.instant())))
          .map(block -> new Throttled(block.until(), answer.status()));
    }
    return blocks
        .answered(trail.host())
        .chain(
            () ->
                Answer.redirect(answer)
                    .map(to -> redirected(trail, answer, to, t -> hop(t, validators)))
                    .orElseGet(
                        () -> Uni.createFrom().item(Answer.outcome(trail, answer, validators))));
  }

  private Uni<FetchOutcome> byHand(Trail trail) {
    return meters
        .measured(http.send(HttpCall.get(trail.url(), headers(Validators.NONE), limits())))
        .chain(
            answer ->
                Answer.redirect(answer)
                    .map(to -> redirected(trail, answer, to, this::byHand))
                    .orElseGet(
                        () ->
                            Uni.createFrom().item(Answer.outcome(trail, answer, Validators.NONE))))
        .onFailure(HttpFailure.class)
        .recoverWithItem(Fetcher::failed);
  }

  private Uni<FetchOutcome> redirected(
      Trail trail, HttpAnswer answer, String location, Onward onward) {
    Optional<URI> target = WebLink.resolve(trail.url(), location);
    if (target.isEmpty()) {
      return failed(trail.url() + " redirects to what is no web address: " + location, answer);
    }
    if (trail.redirects().size() == config.maxRedirects()) {
      return failed(
          trail.url() + " redirects once more after " + config.maxRedirects() + " times", answer);
    }
    return onward.along(trail.to(target.get(), answer.status()));
  }

  /** How the next hop is made. */
  @FunctionalInterface
  private interface Onward {
    Uni<FetchOutcome> along(Trail trail);
  }

  private static Uni<FetchOutcome> failed(String reason, HttpAnswer answer) {
    return Uni.createFrom().item(new Failed(reason, OptionalInt.of(answer.status())));
  }

  private static FetchOutcome failed(Throwable failure) {
    return new Failed(failure.getMessage(), OptionalInt.empty());
  }

  private HttpCall.Limits limits() {
    return new HttpCall.Limits(
        config.maxBody().asLongValue(),
        config.maxInflated().asLongValue(),
        config.connectTimeout(),
        config.firstByteTimeout(),
        config.totalTimeout());
  }

  private static Map<String, String> headers(Validators validators) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", FEEDS_FIRST);
    validators.etag().ifPresent(etag -> headers.put("If-None-Match", etag));
    validators.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
    return headers;
  }
}
