package io.riftwatch.alert.incident;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An incident as clients see it.
 *
 * @param measures that happened, by their day, with their sources and evidence
 * @param threatened measures only threatened or denied so far
 * @param background earlier acts that the reports recall
 * @param timeline all of it and the alerts, in the order of events
 * @param alerts told of it, oldest first
 */
record IncidentView(
    @JsonUnwrapped Summary summary,
    List<Measure> measures,
    List<Measure> threatened,
    List<Measure> background,
    List<Event> timeline,
    List<Alert> alerts) {

  /** Whether more measures of an incident would still be part of it. */
  enum State {
    OPEN,
    CLOSED,
    MERGED
  }

  /**
   * An incident in a list.
   *
   * @param level the highest rung reached, 1 to 6; 0 once all is taken back
   * @param reason why it stands there
   * @param lastReport day of the last report of a measure
   * @param mergedInto the incident that took this one up
   */
  record Summary(
      String id,
      String pair,
      String title,
      State state,
      int level,
      String reason,
      Instant openedAt,
      Instant updatedAt,
      LocalDate lastReport,
      Optional<String> mergedInto,
      List<String> lines) {}

  /** What an event of the timeline is. */
  enum What {
    BACKGROUND,
    THREAT,
    MEASURE,
    ALERT
  }

  /**
   * Something that happened.
   *
   * @param id of the measure or the alert
   */
  record Event(Instant at, What what, String id, String text) {}
}
