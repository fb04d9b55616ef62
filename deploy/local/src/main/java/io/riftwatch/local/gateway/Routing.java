package io.riftwatch.local.gateway;

import io.riftwatch.local.suite.Service;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which service owns which resource. */
final class Routing {

  private static final Pattern RESOURCE = Pattern.compile("/api/v1/([a-z]+)(?:[/?].*)?");
  private static final Pattern WEBSUB = Pattern.compile("/websub/[^/?]+(?:\\?.*)?");
  private static final Pattern OPENAPI = Pattern.compile("/openapi/([a-z]+)");

  private static final Map<String, Service> OWNERS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("feeds", Service.INGEST),
              Map.entry("opml", Service.INGEST),
              Map.entry("articles", Service.INGEST),
              Map.entry("classifications", Service.CLASSIFY),
              Map.entry("signals", Service.CLASSIFY),
              Map.entry("rulepacks", Service.CLASSIFY),
              Map.entry("evaluations", Service.CLASSIFY),
              Map.entry("verdicts", Service.CLASSIFY),
              Map.entry("replays", Service.CLASSIFY),
              Map.entry("incidents", Service.ALERT),
              Map.entry("channels", Service.ALERT),
              Map.entry("routes", Service.ALERT),
              Map.entry("notifications", Service.ALERT),
              Map.entry("deliveries", Service.ALERT),
              Map.entry("deadletters", Service.ALERT),
              Map.entry("ledger", Service.ALERT)));

  private Routing() {}

  /** The service that answers a request for this path and query; empty where none does. */
  static Optional<Service> ownerOf(String uri) {
    Matcher openapi = OPENAPI.matcher(uri);
    if (openapi.matches()) {
      return Arrays.stream(Service.values())
          .filter(s -> s.id().equals(openapi.group(1)))
          .findFirst();
    }
    if (WEBSUB.matcher(uri).matches()) {
      return Optional.of(Service.INGEST);
    }
    Matcher resource = RESOURCE.matcher(uri);
    return resource.matches()
        ? Optional.ofNullable(OWNERS.get(resource.group(1)))
        : Optional.empty();
  }

  /** How the service itself calls what the gateway calls by this address. */
  static String uriAtService(String uri) {
    return OPENAPI.matcher(uri).matches() ? "/openapi" : uri;
  }

  /** Every resource with its owner, in alphabetical order. */
  static Map<String, Service> owners() {
    return Collections.unmodifiableMap(OWNERS);
  }
}
