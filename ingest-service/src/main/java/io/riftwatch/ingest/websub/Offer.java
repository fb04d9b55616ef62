package io.riftwatch.ingest.websub;

import java.net.URI;

/**
 * A hub that pushes a feed.
 *
 * @param hub where to subscribe
 * @param topic the address that the feed gives itself, by which the hub knows it
 */
public record Offer(URI hub, URI topic) {

  /** Whether nobody on the way to the hub can read what it is told. */
  public boolean isConfidential() {
    return "https".equalsIgnoreCase(hub.getScheme());
  }
}
