package io.riftwatch.classify.verdict;

import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.signal.JudgedSignal;
import io.riftwatch.classify.signal.SignalPublisher;
import io.riftwatch.classify.signal.SignalStore;
import io.riftwatch.classify.signal.Verdicts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Carries out verdicts: the log first, then the database. A verdict that is broken off is given
 * again, and repeats only what consumers drop.
 */
@ApplicationScoped
class Judge implements Verdicts {

  private static final Logger LOG = Logger.getLogger(Judge.class);

  /** What an operator says of a signal. */
  record Opinion(Ruling ruling, Optional<String> note, Optional<Correction> corrected) {

    static Opinion of(Verdict verdict) {
      return new Opinion(
          verdict.verdict(),
          Optional.ofNullable(verdict.note()),
          Optional.ofNullable(verdict.corrected()));
    }
  }

  /**
   * What is judged.
   *
   * @param rival what the article has already of what the operator states
   */
  private record Case(JudgedSignal stored, Optional<Signal> rival, Opinion opinion) {}

  private final SignalStore signals;
  private final SignalPublisher publisher;
  private final VerdictStore verdicts;
  private final InstantSource clock;

  Judge(
      SignalStore signals, SignalPublisher publisher, VerdictStore verdicts, InstantSource clock) {
    this.signals = signals;
    this.publisher = publisher;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  /**
   * Gives a verdict in place of the one before; one that says the same changes nothing. The signal
   * is read ahead of the transaction, so that no verdict holds a connection and waits for another.
   */
  Uni<Verdict> judge(String id, Opinion opinion) {
    return stored(id)
        .chain(stored -> rival(stored, opinion).map(rival -> new Case(stored, rival, opinion)))
        .chain(asked -> verdicts.alone(id, database -> judge(database, asked)));
  }

  @Override
  public Uni<Void> uphold(Signal signal) {
    return verdicts
        .find(signal.id())
        .chain(
            given ->
                given
                    .filter(verdict -> verdict.isUndoneBy(signal))
                    .map(verdict -> judge(signal.id(), Opinion.of(verdict)).replaceWithVoid())
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<JudgedSignal> stored(String id) {
    return signals
        .find(id)
        .map(found -> found.orElseThrow(() -> new NotFoundException("no signal has the id " + id)));
  }

  /** A signal of the article that is what the operator states in place of another one. */
  private Uni<Optional<Signal>> rival(JudgedSignal stored, Opinion opinion) {
    return opinion
        .corrected()
        .map(correction -> correction.of(stored.signal()).id())
        .filter(id -> !id.equals(stored.signal().id()))
        .map(signals::find)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found -> found.map(JudgedSignal::signal).filter(signal -> !signal.withdrawn()));
  }

  private Uni<Verdict> judge(SqlClient database, Case asked) {
    return verdicts
        .find(database, asked.stored().signal().id())
        .invoke(before -> check(asked.rival(), before))
        .chain(before -> judge(database, asked, before));
  }

  private Uni<Verdict> judge(SqlClient database, Case asked, Optional<Verdict> before) {
    return verdicts
        .number(database)
        .map(number -> verdict(asked.opinion(), asRead(asked.stored(), before), number))
        .chain(
            verdict ->
                before
                    .filter(verdict::repeats)
                    .map(same -> Uni.createFrom().item(same))
                    .orElseGet(() -> carryOut(database, asked.stored(), before, verdict)));
  }

  /** The signal without what a verdict made of it. */
  private static Signal asRead(JudgedSignal stored, Optional<Verdict> before) {
    return before
        .filter(verdict -> verdict.correction() == stored.signal().correction())
        .map(Verdict::signal)
        .orElse(stored.signal());
  }

  private Verdict verdict(Opinion opinion, Signal asRead, long number) {
    return new Verdict(
        opinion.ruling(),
        opinion.note().orElse(null),
        opinion.corrected().orElse(null),
        asRead,
        number,
        clock.instant());
  }

  /** Only the verdict before may have stated what takes the place of the signal. */
  private static void check(Optional<Signal> rival, Optional<Verdict> before) {
    rival
        .map(Signal::id)
        .filter(id -> !before.map(Verdict::correctedId).equals(Optional.of(id)))
        .ifPresent(
            id -> {
              throw new ClientErrorException(
                  "the article has that signal already: confirm " + id + " and reject this one",
                  Response.Status.CONFLICT);
            });
  }

  private Uni<Verdict> carryOut(
      SqlClient database, JudgedSignal stored, Optional<Verdict> before, Verdict verdict) {
    return publisher
        .publish(verdict.consequences(before, stored.published()))
        .chain(() -> verdicts.save(database, verdict))
        .invoke(given -> LOG.infof("Signal %s is %s", given.signal().id(), given.verdict()));
  }
}
