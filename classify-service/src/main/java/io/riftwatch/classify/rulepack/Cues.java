package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.lexicon.PhraseIndex;
import java.util.Map;

/**
 * Words around a trigger that change what it says.
 *
 * @param status phrases that give the measure in their scope a status
 * @param ages time phrases, with how far they lie back
 * @param suppress phrases by subject (sport, fiction ...) of a report that is not about states
 * @param boilerplate phrases of page furniture: a sentence with one is not read
 * @param mutual phrases that make both states do the same: each other's
 * @param same phrases by which another state does as the last one: followed suit
 */
public record Cues(
    PhraseIndex<StatusCue> status,
    PhraseIndex<Age> ages,
    Map<String, Suppression> suppress,
    PhraseIndex<String> boilerplate,
    PhraseIndex<String> mutual,
    PhraseIndex<String> same) {

  /** How far a time lies back. */
  public sealed interface Age {

    /**
     * So many days.
     *
     * @param days before the report
     */
    record Days(int days) implements Age {}

    /** In the month before the report's. */
    record PreviousMonth() implements Age {}
  }

  /** Which triggers a cue reaches. */
  public enum Scope {
    /** Those behind it in its clause. */
    BEFORE,
    /** Those in front of it in its clause. */
    AFTER,
    /** Those of its sentence. */
    SENTENCE
  }

  /** What a cue makes of a measure. */
  public enum Effect {
    THREATENED,
    DENIED,
    REVERSED,
    HISTORICAL,
    /** The measure is not stated at all. */
    VOID;

    /** The status it stands for; null for {@link #VOID}. */
    public Status status() {
      return this == VOID ? null : Status.valueOf(name());
    }
  }

  /**
   * A cue.
   *
   * @param effect what it makes of a measure
   * @param scope which measures it reaches
   */
  public record StatusCue(Effect effect, Scope scope) {}

  /**
   * A subject that silences triggers.
   *
   * @param limit so many different phrases of it in one report, and nothing is coded
   * @param words its phrases
   */
  public record Suppression(int limit, PhraseIndex<String> words) {}
}
