package io.riftwatch.classify.lexicon;

/**
 * Words of a sentence that stand for a state or bloc.
 *
 * @param code ISO 3166-1 alpha-3, or a bloc's code
 * @param kind what the words are
 * @param from index of the first token
 * @param to index behind the last token
 */
public record Mention(String code, Kind kind, int from, int to) {

  /** What stands for a state. */
  public enum Kind {
    /** Its name. */
    NAME,
    /** An adjective or noun of its people. */
    DEMONYM,
    /** Its capital: a place after "in", else its government. */
    CAPITAL,
    /** Another place in it: never its government. */
    PLACE,
    /** A seat or organ of its government: the Kremlin. */
    INSTITUTION,
    /** Someone who speaks for it. */
    LEADER,
    /** A broadcaster or newspaper of it: never its government. */
    OUTLET
  }
}
