package io.riftwatch.alert.incident;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.classify.contract.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts signals taken in and the alerts they led to. */
@ApplicationScoped
class IntakeMetrics {

  private final MeterRegistry registry;

  IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void taken(Signal signal, List<Alert> alerts) {
    registry.counter("riftwatch.signals.consumed", "type", signal.type().name()).increment();
    for (Alert alert : alerts) {
      registry.counter("riftwatch.alerts", "kind", alert.kind().name()).increment();
    }
  }
}
