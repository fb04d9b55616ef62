package io.riftwatch.alert.incident;

import io.riftwatch.alert.rest.Filter;
import io.riftwatch.alert.rest.Paging;
import io.riftwatch.classify.contract.Signal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Follows signals to the incidents they led to. */
@ApplicationScoped
public class Traces {

  /**
   * A signal and where it led.
   *
   * @param incident empty while it is part of none
   * @param measure empty while it is part of none
   */
  public record Trace(
      Signal signal, Instant receivedAt, Optional<String> incident, Optional<String> measure) {}

  /** The signals of an article, in the order in which they came. */
  public Uni<List<Trace>> ofArticle(Mutiny.Session session, String article) {
    return session
        .createSelectionQuery(
            "from Signal where articleId = :article order by receivedAt, id", SignalEntity.class)
        .setParameter("article", article)
        .getResultList()
        .chain(signals -> traces(session, signals));
  }

  /**
   * The latest signals.
   *
   * @param pair of this pair alone, where present
   * @param unnamed whether to show those alone that do not name both states
   */
  public Uni<List<Trace>> latest(
      Mutiny.Session session, Optional<String> pair, Optional<Boolean> unnamed, Paging paging) {
    Filter filter = Filter.of("Signal", "receivedAt").equal("pair", pair.orElse(null));
    if (unnamed.orElse(false)) {
      filter.where("pair like :unnamed", "unnamed", "%" + Signal.UNNAMED + "%");
    }
    return filter
        .query(session, SignalEntity.class, paging)
        .getResultList()
        .chain(signals -> traces(session, signals));
  }

  private static Uni<List<Trace>> traces(Mutiny.Session session, List<SignalEntity> signals) {
    return session
        .createSelectionQuery(
            "from Incident where pair in (:pairs) and mergedInto is null", IncidentEntity.class)
        .setParameter("pairs", signals.stream().map(signal -> signal.pair).distinct().toList())
        .getResultList()
        .map(incidents -> signals.stream().map(signal -> trace(signal, incidents)).toList());
  }

  private static Trace trace(SignalEntity signal, List<IncidentEntity> incidents) {
    for (IncidentEntity incident : incidents) {
      for (Incident.Entry entry : incident.body.entries()) {
        if (entry.signals().contains(signal.id)) {
          return new Trace(
              signal.body,
              signal.receivedAt,
              Optional.of(incident.id),
              Optional.of(entry.measure().id()));
        }
      }
    }
    return new Trace(signal.body, signal.receivedAt, Optional.empty(), Optional.empty());
  }
}
