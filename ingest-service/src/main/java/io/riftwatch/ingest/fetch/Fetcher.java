package io.riftwatch.ingest.fetch;

import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.runtime.http.GuardedHttpClient;
import io.riftwatch.runtime.http.HttpAnswer;
import io.riftwatch.runtime.http.HttpCall;
import io.riftwatch.runtime.http.HttpFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks outlets for feeds and pages, follows redirects hop by hop, never many to one host at once.
 */
@ApplicationScoped
public class Fetcher {

  private static final String FEEDS_FIRST =
      "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
          + " text/html;q=0.8, */*;q=0.5";

  private final GuardedHttpClient http;
  private final InstantSource clock;
  private final FetchConfig config;
  private final HostSlots slots;

  Fetcher(GuardedHttpClient http, InstantSource clock, FetchConfig config) {
    this.http = http;
    this.clock = clock;
    this.config = config;
    this.slots = new HostSlots(config.perHost());
  }

  /**
   * Asks for what an address holds, if it changed since the validators were given.
   *
   * @return the outcome; a failure of the network or of the outlet is one, too
   */
  public Uni<FetchOutcome> fetch(URI url, Validators validators) {
    return hop(url, headers(validators), config.maxRedirects());
  }

  private Uni<FetchOutcome> hop(URI url, Map<String, String> headers, int hopsLeft) {
    return send(url, headers)
        .chain(answer -> next(url, answer, headers, hopsLeft))
        .onFailure(HttpFailure.class)
        .recoverWithItem(e -> new FetchOutcome.Failed(e.getMessage(), OptionalInt.empty()));
  }

  private Uni<HttpAnswer> send(URI url, Map<String, String> headers) {
    HttpCall call = HttpCall.get(url, headers, limits());
    return slots.within(String.valueOf(url.getHost()), () -> http.send(call));
  }

  private Uni<FetchOutcome> next(
      URI url, HttpAnswer answer, Map<String, String> headers, int hopsLeft) {
    Optional<String> location = Answer.redirect(answer);
    if (location.isEmpty()) {
      return Uni.createFrom().item(Answer.outcome(url, answer, clock.instant()));
    }
    Optional<URI> target = WebLink.resolve(url, location.get());
    if (target.isEmpty()) {
      return failed(url + " redirects to what is no web address: " + location.get(), answer);
    }
    if (hopsLeft == 0) {
      return failed(url + " redirects once more after " + config.maxRedirects() + " times", answer);
    }
    return hop(target.get(), headers, hopsLeft - 1);
  }

  private static Uni<FetchOutcome> failed(String reason, HttpAnswer answer) {
    return Uni.createFrom().item(new FetchOutcome.Failed(reason, OptionalInt.of(answer.status())));
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
