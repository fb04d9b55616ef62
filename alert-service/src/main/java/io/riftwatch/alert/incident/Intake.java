package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.database.Transactions;
import io.riftwatch.alert.database.UnfitData;
import io.riftwatch.alert.delivery.DeliveryWorker;
import io.riftwatch.alert.delivery.Outbox;
import io.riftwatch.alert.route.Routes;
import io.riftwatch.alert.wording.Wording;
import io.riftwatch.classify.contract.Signal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes a signal in: in one transaction it is stored, the incidents of its pair are brought up to
 * date, and what there is to tell is written to the outbox. Signals of one pair take turns.
 */
@ApplicationScoped
class Intake {

  private final Transactions transactions;
  private final Routes routes;
  private final Outbox outbox;
  private final DeliveryWorker worker;
  private final IntakeMetrics metrics;
  private final InstantSource clock;
  private final Assessor assessor;

  Intake(
      Transactions transactions,
      Routes routes,
      Outbox outbox,
      DeliveryWorker worker,
      IntakeMetrics metrics,
      InstantSource clock,
      IncidentConfig config) {
    this.transactions = transactions;
    this.routes = routes;
    this.outbox = outbox;
    this.worker = worker;
    this.metrics = metrics;
    this.clock = clock;
    this.assessor =
        new Assessor(
            config.correlation().rules(), new AlertWriter(Wording.english(), config.publicUrl()));
  }

  /** Completes once all that follows from the signal is committed. */
  Uni<Void> take(Signal signal) {
    return transactions
        .run(session -> take(session, signal))
        .invoke(alerts -> taken(signal, alerts))
        .replaceWithVoid();
  }

  private void taken(Signal signal, List<Alert> alerts) {
    metrics.taken(signal, alerts);
    if (!alerts.isEmpty()) {
      worker.wake();
    }
  }

  private Uni<List<Alert>> take(Mutiny.Session session, Signal signal) {
    String pair = Signal.pair(signal.actor(), signal.target());
    return lock(session, pair)
        .chain(() -> remember(session, signal))
        .chain(isNew -> isNew && isNamed(signal) ? assess(session, pair, signal) : nothing());
  }

  private static Uni<Void> lock(Mutiny.Session session, String pair) {
    return session
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:pair, 0)) as text)", String.class)
        .setParameter("pair", pair)
        .getSingleResult()
        .replaceWithVoid();
  }

  /** Whether the signal says anything that an earlier one of its id did not. */
  private Uni<Boolean> remember(Mutiny.Session session, Signal signal) {
    return session
        .find(SignalEntity.class, signal.id())
        .chain(
            known -> {
              if (known == null) {
                return session.persist(new SignalEntity(signal, clock.instant())).replaceWith(true);
              }
              if (!signal.supersedes(known.body)) {
                return Uni.createFrom().item(false);
              }
              known.revise(signal);
              return Uni.createFrom().item(true);
            })
        .call(isNew -> session.flush());
  }

  private static boolean isNamed(Signal signal) {
    return signal.actor() != null && signal.target() != null;
  }

  private static Uni<List<Alert>> nothing() {
    return Uni.createFrom().item(List.of());
  }

  private Uni<List<Alert>> assess(Mutiny.Session session, String pair, Signal signal) {
    return signals(session, pair)
        .chain(signals -> incidents(session, pair).map(known -> assess(signals, known, signal)))
        .call(assessment -> store(session, assessment.incidents()))
        .call(assessment -> tell(session, assessment.alerts(), signal))
        .map(Assessment::alerts);
  }

  private Assessment assess(List<Signal> signals, List<Incident> known, Signal latest) {
    try {
      return assessor.assess(signals, known, clock.instant());
    } catch (RuntimeException e) {
      throw new UnfitData("signal " + latest.id() + " cannot be assessed: " + e.getMessage(), e);
    }
  }

  private static Uni<List<Signal>> signals(Mutiny.Session session, String pair) {
    return session
        .createSelectionQuery("from Signal where pair = :pair", SignalEntity.class)
        .setParameter("pair", pair)
        .getResultList()
        .map(all -> all.stream().map(entity -> entity.body).toList());
  }

  private static Uni<List<Incident>> incidents(Mutiny.Session session, String pair) {
    return session
        .createSelectionQuery(
            "from Incident where pair = :pair and mergedInto is null", IncidentEntity.class)
        .setParameter("pair", pair)
        .getResultList()
        .map(all -> all.stream().map(entity -> entity.body).toList());
  }

  private static Uni<Void> store(Mutiny.Session session, List<Incident> incidents) {
    return inTurn(incidents, incident -> store(session, incident)).chain(session::flush);
  }

  private static Uni<Void> store(Mutiny.Session session, Incident incident) {
    return session
        .find(IncidentEntity.class, incident.id())
        .chain(
            known -> {
              if (known == null) {
                return session.persist(new IncidentEntity(incident));
              }
              known.update(incident);
              return Uni.createFrom().voidItem();
            });
  }

  private Uni<Void> tell(Mutiny.Session session, List<Alert> alerts, Signal signal) {
    return inTurn(
        alerts,
        alert ->
            routes
                .channelsFor(session, alert)
                .chain(to -> outbox.write(session, alert, signal.source().seenAt(), to)));
  }

  private static <T> Uni<Void> inTurn(List<T> items, Function<T, Uni<Void>> step) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(step::apply)
        .collect()
        .last();
  }
}
