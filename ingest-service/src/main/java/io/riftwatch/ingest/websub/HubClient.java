package io.riftwatch.ingest.websub;

import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.fetch.CallLimits;
import io.riftwatch.ingest.fetch.FetchConfig;
import io.riftwatch.ingest.websub.Subscription.State;
import io.riftwatch.runtime.http.GuardedHttpClient;
import io.riftwatch.runtime.http.HttpAnswer;
import io.riftwatch.runtime.http.HttpCall;
import io.riftwatch.runtime.http.HttpFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks hubs to begin or to end pushing (WebSub, section 5.1). */
@ApplicationScoped
class HubClient {

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-www-form-urlencoded");

  private static final Set<Integer> REDIRECTS = Set.of(307, 308);

  private final GuardedHttpClient http;
  private final FetchConfig limits;
  private final WebsubConfig config;

  HubClient(GuardedHttpClient http, FetchConfig limits, WebsubConfig config) {
    this.http = http;
    this.limits = limits;
    this.config = config;
  }

  /**
   * Asks the hub for what the subscription's state calls for.
   *
   * @return empty when it will verify the request; else why it did not take it
   */
  Uni<Optional<String>> ask(Subscription subscription, URI callback) {
    return post(subscription.hub(), form(subscription, callback), limits.maxRedirects())
        .onFailure(HttpFailure.class)
        .recoverWithItem(e -> Optional.of(e.getMessage()));
  }

  private Uni<Optional<String>> post(URI hub, byte[] form, int hopsLeft) {
    return http.send(HttpCall.post(hub, HEADERS, form, CallLimits.of(limits)))
        .chain(answer -> next(hub, form, answer, hopsLeft));
  }

  private Uni<Optional<String>> next(URI hub, byte[] form, HttpAnswer answer, int hopsLeft) {
    Optional<URI> elsewhere =
        answer
            .header("Location")
            .filter(location -> REDIRECTS.contains(answer.status()))
            .flatMap(location -> WebLink.resolve(hub, location));
    if (elsewhere.filter(to -> givesTheSecretAway(hub, to)).isPresent()) {
      return Uni.createFrom().item(Optional.of(hub + " sends from https to " + elsewhere.get()));
    }
    if (elsewhere.isPresent() && hopsLeft > 0) {
      return post(elsewhere.get(), form, hopsLeft - 1);
    }
    boolean taken = answer.status() >= 200 && answer.status() < 300;
    return Uni.createFrom().item(taken ? Optional.empty() : Optional.of(refusal(hub, answer)));
  }

  static boolean givesTheSecretAway(URI from, URI to) {
    return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
  }

  private byte[] form(Subscription subscription, URI callback) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("hub.mode", subscription.state() == State.ENDING ? "unsubscribe" : "subscribe");
    fields.put("hub.topic", subscription.topic().toString());
    fields.put("hub.callback", callback.toString());
    if (subscription.state() != State.ENDING) {
      fields.put("hub.lease_seconds", String.valueOf(config.lease().toSeconds()));
      fields.put("hub.secret", subscription.secret());
    }
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String refusal(URI hub, HttpAnswer answer) {
    String why = Words.of(new String(answer.body(), StandardCharsets.UTF_8));
    return hub + " answers " + answer.status() + (why.isEmpty() ? "" : ": " + why);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
