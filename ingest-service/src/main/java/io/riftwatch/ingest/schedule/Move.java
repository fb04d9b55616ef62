package io.riftwatch.ingest.schedule;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A feed that answers from elsewhere, redirected for good (RFC 9110, 15.4.2 and 15.4.9). One such
 * answer may be a mistake: the address is adopted only when many agree over days.
 *
 * @param to where it is
 * @param since when it first answered from there
 * @param answers how many in a row did
 */
public record Move(URI to, Instant since, int answers) {

  /** What it takes to believe in a move. */
  public record Proof(int answers, Duration time) {}

  /**
   * What is known after an answer.
   *
   * @param to where a chain of permanent redirects led; empty where the feed answered in place or
   *     by way of a temporary one
   */
  static Optional<Move> after(Optional<Move> before, Optional<URI> to, Instant now) {
    return to.map(
        target ->
            before
                .filter(move -> move.to().equals(target))
                .map(move -> new Move(target, move.since(), move.answers() + 1))
                .orElseGet(() -> new Move(target, now, 1)));
  }

  boolean isProven(Proof proof, Instant now) {
    return answers >= proof.answers() && !since.plus(proof.time()).isAfter(now);
  }
}
