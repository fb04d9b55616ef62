package io.riftwatch.ingest.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way to an address over redirects.
 *
 * @param url where it has led so far
 * @param redirects the statuses of the redirects behind it
 */
record Trail(URI url, List<Integer> redirects) {

  private static final Set<Integer> PERMANENT = Set.of(301, 308);

  static Trail from(URI url) {
    return new Trail(url, List.of());
  }

  Trail to(URI target, int status) {
    List<Integer> longer = new ArrayList<>(redirects);
    longer.add(status);
    return new Trail(target, List.copyOf(longer));
  }

  /** Where it has led, if every redirect was for good (RFC 9110, 15.4.2 and 15.4.9). */
  Optional<URI> movedTo() {
    return Optional.of(url)
        .filter(target -> !redirects.isEmpty() && PERMANENT.containsAll(redirects));
  }

  String host() {
    return Hosts.of(url);
  }
}
