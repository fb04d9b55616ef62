package io.riftwatch.ingest.websub;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a subscription at a hub stands.
 *
 * @param id the unguessable part of its callback
 * @param secret what the hub signs with; known to nobody else
 * @param attempts requests in a row, the one under way included, that the hub did not verify
 * @param askedAt when the hub was last asked for what the state calls for
 * @param leaseUntil when the hub stops to push unless asked again
 * @param quietSince since when the hub has kept back what polling found
 * @param reason why the hub denied it or did not take the last request
 */
record Subscription(
    UUID id,
    URI hub,
    URI topic,
    String secret,
    State state,
    int attempts,
    Optional<Instant> askedAt,
    Optional<Instant> leaseUntil,
    Optional<Instant> lastPushAt,
    Optional<Instant> quietSince,
    Optional<String> reason) {

  /** What was last agreed on with the hub. */
  enum State {
    /** The hub is to be asked, or has not verified that we asked. */
    PENDING,
    /** The hub pushes. */
    ACTIVE,
    /** The hub does not want to push; it is asked again later. */
    DENIED,
    /** The hub is to be told that nothing is wanted of it any more. */
    ENDING
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "subscription " + id + " to " + topic + " at " + hub + " (" + state + ")";
  }
}
