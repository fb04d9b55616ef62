package io.riftwatch.alert.incident;

import io.riftwatch.classify.contract.Signal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;

/** The day that a signal puts its measure on. */
final class ReportDay {

  /** Signals by the day of their measure, then as they were published. */
  static final Comparator<Signal> ORDER =
      Comparator.comparing(ReportDay::of)
          .thenComparing(signal -> signal.source().publishedAt())
          .thenComparing(Signal::id);

  private ReportDay() {}

  /** The day of announcement, where it is stated and does not lie after the report's own. */
  static LocalDate of(Signal signal) {
    LocalDate published = published(signal);
    LocalDate announced = signal.announcedOn();
    return announced == null || announced.isAfter(published) ? published : announced;
  }

  /** The day of the report, in UTC. */
  static LocalDate published(Signal signal) {
    return LocalDate.ofInstant(signal.source().publishedAt(), ZoneOffset.UTC);
  }
}
