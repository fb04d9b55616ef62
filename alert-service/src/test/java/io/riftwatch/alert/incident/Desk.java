package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.wording.Wording;
import io.riftwatch.classify.contract.Signal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the signals of one pair one by one, as the service does, and keeps all in memory. */
final class Desk {

  private final Assessor assessor =
      new Assessor(
          CorrelationTest.RULES,
          new AlertWriter(Wording.english(), URI.create("http://localhost:8080/")));
  private final List<Signal> signals = new ArrayList<>();
  private final Map<String, Incident> incidents = new LinkedHashMap<>();
  private final List<Alert> told = new ArrayList<>();
  private Instant now = Instant.parse("2025-10-01T00:00:00Z");

  void take(Signal signal) {
    now = now.plusSeconds(1);
    signals.add(signal);
    Assessment assessment = assessor.assess(signals, incidents(), now);
    assessment.incidents().forEach(incident -> incidents.put(incident.id(), incident));
    told.addAll(assessment.alerts());
  }

  List<Incident> incidents() {
    return incidents.values().stream().filter(i -> i.mergedInto() == null).toList();
  }

  List<Incident> merged() {
    return incidents.values().stream().filter(i -> i.mergedInto() != null).toList();
  }

  List<Alert> told() {
    return List.copyOf(told);
  }
}
