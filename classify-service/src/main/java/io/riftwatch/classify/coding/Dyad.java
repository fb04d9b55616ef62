package io.riftwatch.classify.coding;

import java.util.List;
import java.util.Optional;

/**
 * Who does a measure to whom.
 *
 * @param actorCodes codes of those who take it, empty where not said
 * @param targetCodes codes of those it is aimed at, empty where not said
 * @param actor the words for the actor, where they stand in the sentence
 * @param target the words for the target, where they stand in the sentence
 * @param actorReading how the actor was found
 * @param targetReading how the target was found
 * @param mutual whether each does it to the other
 */
record Dyad(
    List<String> actorCodes,
    List<String> targetCodes,
    Optional<Group> actor,
    Optional<Group> target,
    Coding.Reading actorReading,
    Coding.Reading targetReading,
    boolean mutual) {

  /** The actors; one empty code where none is known. */
  List<String> actors() {
    return actorCodes.isEmpty() ? List.of("") : actorCodes;
  }

  /** The targets of one actor: no state acts against itself. */
  List<String> targetsOf(String actor) {
    List<String> others = targetCodes.stream().filter(code -> !code.equals(actor)).toList();
    return others.isEmpty() ? List.of("") : others;
  }

  /** Whether both are known and single. */
  boolean pair() {
    return actorCodes.size() == 1 && targetCodes.size() == 1;
  }
}
