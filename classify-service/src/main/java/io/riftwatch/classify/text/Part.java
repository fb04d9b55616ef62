package io.riftwatch.classify.text;

/** What a function word does in a sentence; a pack lists the words of each part. */
public enum Part {
  ARTICLE,
  POSSESSIVE,
  PRONOUN,
  PASSIVE,
  PERFECT,
  REFLEXIVE,
  MODAL,
  NEGATOR,
  COORDINATOR,
  SUBORDINATOR,
  RELATIVE,
  ADVERB,
  VERB,
  ADDRESSING,
  REPORTING,
  OF,
  FROM,
  IN,
  TO,
  WITH,
  AGAINST,
  ON,
  BY,
  BETWEEN,
  FOR,
  PREPOSITION;

  /** The parts that begin a prepositional phrase. */
  private static final long PREPOSITIONS =
      OF.bit()
          | FROM.bit()
          | IN.bit()
          | TO.bit()
          | WITH.bit()
          | AGAINST.bit()
          | ON.bit()
          | BY.bit()
          | BETWEEN.bit()
          | FOR.bit()
          | PREPOSITION.bit();

  /** The parts that no noun phrase runs across. */
  private static final long BARRIERS =
      PASSIVE.bit()
          | PERFECT.bit()
          | MODAL.bit()
          | NEGATOR.bit()
          | COORDINATOR.bit()
          | SUBORDINATOR.bit()
          | RELATIVE.bit()
          | PRONOUN.bit()
          | VERB.bit()
          | ADDRESSING.bit()
          | REPORTING.bit();

  long bit() {
    return 1L << ordinal();
  }

  static boolean preposition(long parts) {
    return (parts & PREPOSITIONS) != 0;
  }

  static boolean barrier(long parts) {
    return (parts & (PREPOSITIONS | BARRIERS)) != 0;
  }
}
