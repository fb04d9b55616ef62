package io.riftwatch.classify.contract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One measure that one report states: the body of the event {@value #CE_TYPE} on the topic {@value
 * #TOPIC}, keyed by {@link #pair}.
 *
 * @param id deterministic: a hash of article, type, actor, target and status
 * @param type which measure
 * @param actor ISO 3166-1 alpha-3 or bloc code of the state that takes it; null where the text does
 *     not say
 * @param target code of the state it is aimed at; null where the text does not say
 * @param status how real it is
 * @param polarity which way it moves relations
 * @param count persons concerned; null where not stated
 * @param domain of a suspended cooperation; null for every other type
 * @param announcedOn when the measure was announced; null where not stated
 * @param deadline by when it must be carried out; null where not stated
 * @param confidence probability that the signal is right, 0 to 1
 * @param rule id of the rule that coded it
 * @param rulepack version of the rule pack that holds the rule
 * @param evidence the words it rests on
 * @param source the report
 * @param withdrawn whether an operator's correction takes it back: it counts no longer
 * @param correction 0 as read from the stream; a correction has a number above those of all
 *     corrections before it
 */
public record Signal(
    String id,
    SignalType type,
    String actor,
    String target,
    Status status,
    Polarity polarity,
    Integer count,
    Domain domain,
    LocalDate announcedOn,
    LocalDate deadline,
    double confidence,
    String rule,
    String rulepack,
    List<Evidence> evidence,
    Source source,
    boolean withdrawn,
    long correction) {

  private static final Comparator<Signal> BY_AGE =
      Comparator.comparingInt((Signal signal) -> signal.source().revision())
          .thenComparingLong(Signal::correction)
          .thenComparing(Signal::withdrawn);

  public static final String CE_TYPE = "io.riftwatch.signal.v1";
  public static final String TOPIC = "riftwatch.signals";
  public static final String SCHEMA = "/io/riftwatch/classify/contract/signal.v1.schema.json";

  /** Stands in a pair's key for a state that the text does not name. */
  public static final String UNNAMED = "???";

  public Signal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(polarity, "polarity");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(rulepack, "rulepack");
    Objects.requireNonNull(source, "source");
    evidence = List.copyOf(evidence);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "confidence of signal " + id + " is " + confidence + ", not within 0..1");
    }
    if (count != null && count < 1) {
      throw new IllegalArgumentException(
          "count of signal " + id + " is " + count + ", not 1 or more");
    }
    if (correction < 0) {
      throw new IllegalArgumentException(
          "correction of signal " + id + " is " + correction + ", not 0 or more");
    }
  }

  /**
   * Whether this holds in place of another signal of the same id: it is of a later revision of the
   * report, or of a later correction of the same revision.
   */
  public boolean supersedes(Signal other) {
    return BY_AGE.compare(this, other) > 0;
  }

  /** The same as a correction states it. */
  public Signal correctedBy(long number) {
    return as(false, number);
  }

  /** The same as a correction takes it back. */
  public Signal withdrawnBy(long number) {
    return as(true, number);
  }

  private Signal as(boolean back, long number) {
    return new Signal(
        id,
        type,
        actor,
        target,
        status,
        polarity,
        count,
        domain,
        announcedOn,
        deadline,
        confidence,
        rule,
        rulepack,
        evidence,
        source,
        back,
        number);
  }

  /**
   * The two states in alphabetical order, for example {@code FRA-MLI}: the same for A against B and
   * B against A.
   */
  public static String pair(String actor, String target) {
    String a = actor == null ? UNNAMED : actor;
    String b = target == null ? UNNAMED : target;
    return a.compareTo(b) <= 0 ? a + "-" + b : b + "-" + a;
  }
}
