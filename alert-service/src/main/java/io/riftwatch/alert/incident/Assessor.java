package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.classify.contract.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Judges what the signals of a pair amount to, and what of it is yet to be told. */
final class Assessor {

  private final Correlation correlation;
  private final AlertWriter writer;

  Assessor(CorrelationRules rules, AlertWriter writer) {
    this.correlation = new Correlation(rules);
    this.writer = writer;
  }

  /**
   * @param signals all signals of the pair, in any order
   * @param known the pair's incidents as they were kept last, none of them merged into another
   * @param now the time of looking
   */
  Assessment assess(Collection<Signal> signals, List<Incident> known, Instant now) {
    List<Incident> incidents = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    for (Incident incident : new Recognition(known, now).recognise(correlation.of(signals))) {
      if (incident.mergedInto() != null) {
        incidents.add(incident);
        continue;
      }
      Telling telling = Telling.of(incident);
      incidents.add(telling.incident());
      telling.changes().stream()
          .map(change -> writer.write(telling.incident(), change, now))
          .forEach(alerts::add);
    }
    return new Assessment(List.copyOf(incidents), List.copyOf(alerts));
  }
}
