package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.alert.wording.Wording;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Writes the alerts that tell the changes of an incident. */
final class AlertWriter {

  private final Wording wording;
  private final Reason reason;
  private final String incidents;

  /**
   * @param publicUrl where the gateway's resources are reached from outside
   */
  AlertWriter(Wording wording, URI publicUrl) {
    this.wording = wording;
    this.reason = new Reason(wording);
    this.incidents = publicUrl.toString().replaceAll("/+$", "") + "/api/v1/incidents/";
  }

  Alert write(Incident incident, Change change, Instant now) {
    return new Alert(
        Ids.alert(incident.id(), change.measure().id(), change.transition()),
        change.kind(),
        incident.id(),
        incident.pair(),
        incident.level(),
        headline(incident, change),
        reason.of(incident),
        List.of(change.measure()),
        incident.events(),
        incident.background(),
        URI.create(incidents + incident.id()),
        now);
  }

  private String headline(Incident incident, Change change) {
    return switch (change.transition()) {
      case REVERSED -> wording.reversal(change.measure());
      case TAKEN ->
          wording.sentence(change.measure()) + (answers(incident, change) ? " in return" : "");
    };
  }

  private static boolean answers(Incident incident, Change change) {
    Measure measure = change.measure();
    return measure.reciprocal()
        && incident.events().stream()
            .filter(other -> other.type() == measure.type())
            .filter(other -> other.actor().equals(measure.target()))
            .anyMatch(other -> other.on().isBefore(measure.on()));
  }
}
