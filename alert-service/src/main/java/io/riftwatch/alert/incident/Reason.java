package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.alert.wording.Wording;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Why an incident stands at its level, in words. */
final class Reason {

  private static final int TOP =
      Arrays.stream(SignalType.values()).mapToInt(SignalType::rung).max().orElseThrow();

  private final Wording wording;

  Reason(Wording wording) {
    this.wording = wording;
  }

  /** For example {@code Diplomats expelled (rung 4 of 6); answered in kind}. */
  String of(Incident incident) {
    if (incident.entries().isEmpty()) {
      return "Every report of it withdrawn";
    }
    Optional<Measure> highest =
        incident.events().stream()
            .filter(measure -> measure.status() == Status.ACTUAL)
            .max(Comparator.comparingInt(measure -> measure.type().rung()));
    StringBuilder reason =
        new StringBuilder(
            highest
                .map(
                    m ->
                        "%s (rung %d of %d)"
                            .formatted(wording.kind(m.type()), m.type().rung(), TOP))
                .orElse("All measures taken back"));
    if (incident.events().stream().anyMatch(Measure::reciprocal)) {
      reason.append("; answered in kind");
    }
    return reason.toString();
  }
}
