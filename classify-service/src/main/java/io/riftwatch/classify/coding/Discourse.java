package io.riftwatch.classify.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a report has been about so far: who acts, and between whom the quarrels are. */
final class Discourse {

  private static final Set<String> BLOCS = Set.of("EUE", "UNO", "NATO", "ECW", "AFU");

  /** Measures farther back are forgotten, so that a long text costs no more per measure. */
  private static final int REMEMBERED = 40;

  private static final int TITLE_WEIGHT = 3;
  private static final int LEAD_WEIGHT = 2;

  /**
   * States that the report points to, and whether a measure stated before does so.
   *
   * @param codes the states, empty where it points to none
   * @param quarrel whether they are a side of a measure stated before
   */
  record Guess(List<String> codes, boolean quarrel) {
    private static final Guess NONE = new Guess(List.of(), false);
  }

  private record Quarrel(List<String> actor, List<String> target) {}

  private final Map<String, Integer> salience = new HashMap<>();
  private final List<List<String>> lists = new ArrayList<>();
  private final List<Quarrel> quarrels = new ArrayList<>();
  private Optional<Group> subject = Optional.empty();

  /** Counts the states of a sentence; the title and the first sentence weigh more. */
  void count(Analysis analysis, int position) {
    int weight = position == 0 ? TITLE_WEIGHT : position == 1 ? LEAD_WEIGHT : 1;
    for (Group group : analysis.groups()) {
      group.codes().forEach(code -> salience.merge(code, weight, Integer::sum));
    }
  }

  /** Remembers who acted last, and the lists of states. */
  void read(Analysis analysis) {
    analysis.groups().stream()
        .filter(group -> Subjects.acts(analysis, group))
        .findFirst()
        .or(
            () ->
                analysis.groups().stream()
                    .filter(group -> Subjects.dateline(analysis, group) && subject.isEmpty())
                    .findFirst())
        .ifPresent(group -> subject = Optional.of(group));
    analysis.groups().stream()
        .map(Group::codes)
        .filter(codes -> codes.size() > 1)
        .forEach(codes -> lists.add(0, codes));
    if (lists.size() > REMEMBERED) {
      lists.subList(REMEMBERED, lists.size()).clear();
    }
  }

  /** The last list of so many states: "all three". */
  Optional<List<String>> listOf(int size) {
    return lists.stream().filter(codes -> codes.size() == size).findFirst();
  }

  /** The bloc that the report names most. */
  Optional<List<String>> bloc() {
    return salience.entrySet().stream()
        .filter(e -> BLOCS.contains(e.getKey()))
        .max(Map.Entry.comparingByValue())
        .map(e -> List.of(e.getKey()));
  }

  /** Remembers a measure. */
  void coded(List<String> actor, List<String> target) {
    if (!actor.isEmpty() && !target.isEmpty()) {
      quarrels.add(0, new Quarrel(actor, target));
      if (quarrels.size() > REMEMBERED) {
        quarrels.remove(REMEMBERED);
      }
    }
  }

  /** Who most likely acts against the target, when the sentence does not say. */
  Guess actorAgainst(List<String> target) {
    Optional<Guess> opponent = opponent(target);
    if (opponent.isPresent()) {
      return opponent.get();
    }
    return quarrels.stream()
        .map(Quarrel::actor)
        .filter(codes -> !target.containsAll(codes))
        .findFirst()
        .map(codes -> new Guess(codes, true))
        .or(
            () ->
                subject
                    .map(Group::codes)
                    .filter(codes -> !target.containsAll(codes))
                    .map(codes -> new Guess(codes, false)))
        .orElseGet(() -> foremost(target));
  }

  /** Whom the actor most likely acts against, when the sentence does not say. */
  Guess targetOf(List<String> actor) {
    return opponent(actor)
        .or(() -> commonTarget(actor).map(codes -> new Guess(codes, true)))
        .orElseGet(() -> foremost(actor));
  }

  /** Others act against whom most act against, of several the last. */
  private Optional<List<String>> commonTarget(List<String> actor) {
    Map<List<String>, Integer> times = new LinkedHashMap<>();
    quarrels.stream()
        .map(Quarrel::target)
        .filter(codes -> !actor.containsAll(codes))
        .forEach(codes -> times.merge(codes, 1, Integer::sum));
    int most = times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return times.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Who acted last. */
  Optional<List<String>> subject() {
    return subject.map(Group::codes);
  }

  /** Whether these states took the last measure, or acted last where none was stated. */
  boolean actedLast(List<String> codes) {
    return quarrels.stream()
        .findFirst()
        .map(Quarrel::actor)
        .or(() -> subject.map(Group::codes))
        .filter(codes::equals)
        .isPresent();
  }

  /** The two sides of the last measure, else the two states named most. */
  Optional<List<String>> pair() {
    Optional<List<String>> sides =
        quarrels.stream()
            .filter(q -> q.actor().size() == 1 && q.target().size() == 1)
            .findFirst()
            .map(q -> List.of(q.actor().get(0), q.target().get(0)));
    if (sides.isPresent()) {
      return sides;
    }
    List<String> first = foremost(List.of()).codes();
    List<String> second = foremost(first).codes();
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(List.of(first.get(0), second.get(0)));
  }

  private Optional<Guess> opponent(List<String> side) {
    if (side.isEmpty()) {
      return Optional.empty();
    }
    for (Quarrel quarrel : quarrels) {
      if (quarrel.actor().containsAll(side)) {
        return Optional.of(new Guess(quarrel.target(), true));
      }
      if (quarrel.target().containsAll(side)) {
        return Optional.of(new Guess(quarrel.actor(), true));
      }
    }
    return Optional.empty();
  }

  private Guess foremost(List<String> except) {
    return salience.entrySet().stream()
        .filter(e -> !except.contains(e.getKey()))
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(e -> new Guess(List.of(e.getKey()), false))
        .orElse(Guess.NONE);
  }
}
