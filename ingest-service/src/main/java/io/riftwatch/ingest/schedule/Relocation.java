package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.feed.WebAddress;
import io.riftwatch.ingest.schedule.Poll.Finished;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Follows a feed to the address that it has proven to have moved to. */
@ApplicationScoped
class Relocation {

  private static final Logger LOG = Logger.getLogger(Relocation.class);

  /** PostgreSQL's condition unique_violation. */
  private static final String UNIQUE_VIOLATION = "23505";

  private final FeedClaims claims;
  private final InstantSource clock;
  private final Move.Proof proof;

  Relocation(FeedClaims claims, InstantSource clock, PollConfig config) {
    this.claims = claims;
    this.clock = clock;
    this.proof = new Move.Proof(config.moveAnswers(), config.moveTime());
  }

  /** The poll's end with its move adopted, or with a warning why it was not. */
  Uni<Finished> heed(ClaimedFeed feed, Finished finished) {
    Optional<Move> move = finished.next().move().filter(m -> m.isProven(proof, clock.instant()));
    return move.map(m -> adopt(feed, m, finished)).orElseGet(() -> Uni.createFrom().item(finished));
  }

  private Uni<Finished> adopt(ClaimedFeed feed, Move move, Finished finished) {
    if (move.to().toString().length() > WebAddress.LONGEST) {
      return Uni.createFrom().item(tooLong(finished));
    }
    return claims
        .move(feed, move.to())
        .map(moved -> moved ? moved(feed, move, finished) : doubled(move, finished))
        .onFailure(Relocation::isDoubled)
        .recoverWithItem(() -> doubled(move, finished));
  }

  /** Somebody began to follow the new address at this moment. */
  private static boolean isDoubled(Throwable e) {
    return e instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
  }

  private static Finished tooLong(Finished finished) {
    return finished.withWarning(
        "it has moved for good to an address of more than "
            + WebAddress.LONGEST
            + " characters, which is not followed: look for its feed by hand");
  }

  private static Finished moved(ClaimedFeed feed, Move move, Finished finished) {
    LOG.infof(
        "Feed %s has moved for good from %s to %s, where it is followed from now on",
        feed.id(), feed.url(), move.to());
    return finished.with(finished.next().settledDown());
  }

  private static Finished doubled(Move move, Finished finished) {
    return finished.withWarning(
        "it has moved for good to "
            + move.to()
            + ", which is followed already: forget one of the two");
  }
}
