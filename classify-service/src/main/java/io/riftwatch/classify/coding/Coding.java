package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A measure read in a report.
 *
 * @param type which measure
 * @param actor code of the state that takes it
 * @param target code of the state it is aimed at
 * @param status how real it is
 * @param count persons concerned
 * @param domain of a suspended cooperation
 * @param announcedOn when it was announced
 * @param deadline by when it must be carried out
 * @param rule id of the rule
 * @param grounds how it was read, for its confidence
 * @param evidence the words it rests on
 */
public record Coding(
    SignalType type,
    Optional<String> actor,
    Optional<String> target,
    Status status,
    Optional<Integer> count,
    Optional<Domain> domain,
    Optional<LocalDate> announcedOn,
    Optional<LocalDate> deadline,
    String rule,
    Grounds grounds,
    List<Evidence> evidence) {

  /** How a role was found, from firm to weak. */
  public enum Reading {
    /** By the grammar of the trigger. */
    GRAMMAR,
    /** Elsewhere in the sentence. */
    SENTENCE,
    /** On a side of a measure that the report stated before. */
    QUARREL,
    /** In what the report said before. */
    DISCOURSE,
    /** Not at all. */
    NONE
  }

  /**
   * How a measure was read.
   *
   * @param actor how its actor was found
   * @param target how its target was found
   * @param sentences in how many sentences of the report it stands
   */
  public record Grounds(Reading actor, Reading target, int sentences) {

    Grounds with(Grounds other) {
      return new Grounds(
          actor.compareTo(other.actor) <= 0 ? actor : other.actor,
          target.compareTo(other.target) <= 0 ? target : other.target,
          sentences + other.sentences);
    }
  }

  /** The same measure taken by another state. */
  Coding by(String state, List<Evidence> words) {
    return new Coding(
        type,
        Optional.of(state),
        target,
        status,
        Optional.empty(),
        domain,
        announcedOn,
        deadline,
        rule,
        new Grounds(Reading.SENTENCE, Reading.QUARREL, 1),
        words);
  }

  public Coding {
    evidence = List.copyOf(evidence);
  }
}
