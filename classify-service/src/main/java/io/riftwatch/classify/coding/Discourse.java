package io.riftwatch.classify.coding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a report has been about so far: who acts, and between whom the quarrel is. */
final class Discourse {

  private static final int TITLE_WEIGHT = 3;
  private static final int LEAD_WEIGHT = 2;

  private final Map<String, Integer> salience = new HashMap<>();
  private Optional<Group> subject = Optional.empty();
  private List<String> lastActor = List.of();
  private List<String> lastTarget = List.of();

  /** Counts the states of a sentence; the title and the first sentence weigh more. */
  void count(Analysis analysis, int position) {
    int weight = position == 0 ? TITLE_WEIGHT : position == 1 ? LEAD_WEIGHT : 1;
    for (Group group : analysis.groups()) {
      group.codes().forEach(code -> salience.merge(code, weight, Integer::sum));
    }
  }

  /** Remembers who acted last. */
  void read(Analysis analysis) {
    analysis.groups().stream()
        .filter(group -> Subjects.acts(analysis, group))
        .findFirst()
        .ifPresent(group -> subject = Optional.of(group));
  }

  /** Remembers the last measure. */
  void coded(List<String> actor, List<String> target) {
    lastActor = actor;
    lastTarget = target;
  }

  /** Who most likely acts against the target, when the sentence does not say. */
  List<String> actorAgainst(List<String> target) {
    Predicate<List<String>> other = codes -> !codes.isEmpty() && !target.containsAll(codes);
    if (!target.isEmpty() && lastTarget.equals(target) && other.test(lastActor)) {
      return lastActor;
    }
    if (!target.isEmpty() && lastActor.equals(target) && other.test(lastTarget)) {
      return lastTarget;
    }
    Optional<List<String>> acting = subject.map(Group::codes).filter(other);
    return acting.orElseGet(() -> foremost(target));
  }

  /** Whom the actor most likely acts against, when the sentence does not say. */
  List<String> targetOf(List<String> actor) {
    if (!actor.isEmpty() && lastActor.equals(actor) && !lastTarget.isEmpty()) {
      return lastTarget;
    }
    if (!actor.isEmpty() && lastTarget.equals(actor) && !lastActor.isEmpty()) {
      return lastActor;
    }
    if (!lastTarget.isEmpty() && !actor.containsAll(lastTarget)) {
      return lastTarget;
    }
    return foremost(actor);
  }

  private List<String> foremost(List<String> except) {
    return salience.entrySet().stream()
        .filter(e -> !except.contains(e.getKey()))
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(e -> List.of(e.getKey()))
        .orElse(List.of());
  }
}
