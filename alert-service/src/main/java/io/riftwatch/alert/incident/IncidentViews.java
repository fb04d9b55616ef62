package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.alert.incident.Incident.Entry;
import io.riftwatch.alert.incident.IncidentView.Event;
import io.riftwatch.alert.incident.IncidentView.State;
import io.riftwatch.alert.incident.IncidentView.Summary;
import io.riftwatch.alert.incident.IncidentView.What;
import io.riftwatch.alert.wording.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows incidents to clients. */
@ApplicationScoped
class IncidentViews {

  private final Wording wording = Wording.english();
  private final Reason reason = new Reason(wording);
  private final InstantSource clock;
  private final int quietDays;

  IncidentViews(InstantSource clock, IncidentConfig config) {
    this.clock = clock;
    this.quietDays = config.correlation().quietDays();
  }

  /** The earliest day of a last report with which an incident is still open. */
  LocalDate quietSince() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(quietDays);
  }

  Summary summary(Incident incident) {
    return new Summary(
        incident.id(),
        incident.pair(),
        wording.states().pair(incident.pair()),
        state(incident),
        incident.level(),
        reason.of(incident),
        incident.openedAt(),
        incident.updatedAt(),
        incident.lastReport(),
        Optional.ofNullable(incident.mergedInto()),
        incident.events().stream().map(wording::line).toList());
  }

  IncidentView view(Incident incident, List<Alert> alerts) {
    List<Measure> threatened =
        incident.entries().stream().filter(e -> !e.event()).map(Entry::measure).toList();
    return new IncidentView(
        summary(incident),
        incident.events(),
        threatened,
        incident.background(),
        timeline(incident, threatened, alerts),
        alerts);
  }

  private State state(Incident incident) {
    if (incident.mergedInto() != null) {
      return State.MERGED;
    }
    return incident.lastReport().isBefore(quietSince()) ? State.CLOSED : State.OPEN;
  }

  private List<Event> timeline(Incident incident, List<Measure> threatened, List<Alert> alerts) {
    Stream<Event> told =
        alerts.stream().map(a -> new Event(a.occurredAt(), What.ALERT, a.id(), a.headline()));
    return Stream.of(
            incident.background().stream()
                .map(
                    m ->
                        event(What.BACKGROUND, m.on().atStartOfDay().toInstant(ZoneOffset.UTC), m)),
            threatened.stream().map(m -> event(What.THREAT, firstReport(m), m)),
            incident.events().stream().map(m -> event(What.MEASURE, firstReport(m), m)),
            told)
        .flatMap(events -> events)
        .sorted(Comparator.comparing(Event::at).thenComparing(Event::what))
        .toList();
  }

  private Event event(What what, Instant at, Measure measure) {
    return new Event(at, what, measure.id(), wording.line(measure));
  }

  private static Instant firstReport(Measure measure) {
    return measure.sources().get(0).publishedAt();
  }
}
