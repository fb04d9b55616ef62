package io.riftwatch.classify.verdict;

import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.signal.JudgedSignal;
import io.riftwatch.classify.signal.SignalPublisher;
import io.riftwatch.classify.signal.SignalStore;
import io.riftwatch.classify.signal.Verdicts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
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

  /** Gives a verdict in place of the one before; one that says the same changes nothing. */
  Uni<Verdict> judge(String id, Opinion opinion) {
    return verdicts.alone(
        id,
        database ->
            Uni.combine()
                .all()
                .unis(stored(id), verdicts.find(database, id), verdicts.number(database))
                .usingConcurrencyOf(1)
                .asTuple()
                .chain(
                    known ->
                        judge(
                            database,
                            known.getItem1(),
                            known.getItem2(),
                            verdict(
                                opinion,
                                asRead(known.getItem1(), known.getItem2()),
                                known.getItem3()))));
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

  private Uni<Verdict> judge(
      SqlClient database, JudgedSignal stored, Optional<Verdict> before, Verdict verdict) {
    Optional<Verdict> same = before.filter(verdict::repeats);
    if (same.isPresent()) {
      return Uni.createFrom().item(same.get());
    }
    return checkFree(verdict, before)
        .chain(() -> publish(verdict.consequences(before, stored.published())))
        .chain(() -> verdicts.save(database, verdict))
        .invoke(given -> LOG.infof("Signal %s is %s", given.signal().id(), given.verdict()));
  }

  /** What the article is said to state must not be a signal of it that was read anyway. */
  private Uni<Void> checkFree(Verdict verdict, Optional<Verdict> before) {
    String corrected = verdict.correctedId();
    if (corrected == null
        || before.map(Verdict::correctedId).filter(corrected::equals).isPresent()) {
      return Uni.createFrom().voidItem();
    }
    return signals
        .find(corrected)
        .invoke(
            other ->
                other
                    .filter(taken -> !taken.signal().withdrawn())
                    .ifPresent(
                        taken -> {
                          throw new ClientErrorException(
                              "the article has that signal already: confirm "
                                  + corrected
                                  + " and reject this one",
                              Response.Status.CONFLICT);
                        }))
        .replaceWithVoid();
  }

  private Uni<Void> publish(List<Signal> consequences) {
    return Multi.createFrom()
        .iterable(consequences)
        .onItem()
        .transformToUniAndConcatenate(signal -> publisher.publish(signal, Optional.empty()))
        .collect()
        .last();
  }
}
