package io.riftwatch.alert.contract;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One change of one incident, told once: the body of the event {@value #CE_TYPE} on the topic
 * {@value #TOPIC}, keyed by {@link #incidentId}, and of every webhook.
 *
 * @param id deterministic: the same change has the same id on every channel and at every attempt
 * @param kind what changed
 * @param incidentId the incident
 * @param pair the two states in alphabetical order, for example {@code FRA-MLI}
 * @param level the highest rung reached, 1 to 6
 * @param headline one line that says what changed
 * @param reason why the incident stands at this level, in words
 * @param changed the measures this alert is about
 * @param measures all measures of the incident, oldest first, {@link #changed} among them
 * @param background earlier acts that the reports recall, oldest first
 * @param url where the incident can be read
 * @param occurredAt when the incident changed
 */
public record Alert(
    String id,
    Kind kind,
    String incidentId,
    String pair,
    int level,
    String headline,
    String reason,
    List<Measure> changed,
    List<Measure> measures,
    List<Measure> background,
    URI url,
    Instant occurredAt) {

  public static final String CE_TYPE = "io.riftwatch.alert.v1";
  public static final String TOPIC = "riftwatch.alerts";
  public static final String SCHEMA = "/io/riftwatch/alert/contract/alert.v1.schema.json";

  /** What an alert is about. */
  public enum Kind {
    /** The incident's first measure. */
    OPENED,
    /** A measure that stands on a higher rung than all before. */
    ESCALATED,
    /** A further measure. */
    MEASURE,
    /** A measure taken back, or relations restored. */
    NORMALISED,
    /** A trial message that an operator asked for. */
    TEST
  }

  /**
   * One act of an incident.
   *
   * @param id deterministic
   * @param type which measure
   * @param actor code of the state that took it
   * @param target code of the state it is aimed at
   * @param status how real it is
   * @param count persons concerned, as most independent sources have it; null where none says
   * @param domain of a suspended cooperation; null for every other type
   * @param on the day it was announced, or the first report's day
   * @param deadline by when it must be carried out; null where not stated
   * @param reciprocal whether it mirrors an act of the other side
   * @param independentSources number of sources after wire copies are collapsed
   * @param sources every report of it, wire copies among them, oldest first
   */
  public record Measure(
      String id,
      SignalType type,
      String actor,
      String target,
      Status status,
      Integer count,
      Domain domain,
      LocalDate on,
      LocalDate deadline,
      boolean reciprocal,
      int independentSources,
      List<Report> sources) {

    public Measure {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(actor, "actor");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(on, "on");
      sources = List.copyOf(sources);
    }
  }

  /**
   * One report of a measure.
   *
   * @param outlet who published it
   * @param title its title
   * @param url where a reader finds it
   * @param language ISO 639-1
   * @param publishedAt when it was published
   * @param quote the words that state the measure
   * @param wireCopy whether it repeats an earlier report of the list
   */
  public record Report(
      String outlet,
      String title,
      URI url,
      String language,
      Instant publishedAt,
      String quote,
      boolean wireCopy) {

    public Report {
      Objects.requireNonNull(outlet, "outlet");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(language, "language");
      Objects.requireNonNull(publishedAt, "publishedAt");
      Objects.requireNonNull(quote, "quote");
    }
  }

  public Alert {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(incidentId, "incidentId");
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(headline, "headline");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(occurredAt, "occurredAt");
    changed = List.copyOf(changed);
    measures = List.copyOf(measures);
    background = List.copyOf(background);
  }
}
