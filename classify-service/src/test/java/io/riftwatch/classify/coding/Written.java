package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A measure as tests write it: {@code EXPULSION MLI>FRA ACTUAL 2}.
 *
 * @param count null where the test says nothing of it
 */
record Written(SignalType type, String actor, String target, Status status, Integer count) {

  static List<Written> all(String line) {
    return line.isBlank()
        ? List.of()
        : Arrays.stream(line.split(";")).map(String::strip).map(Written::one).toList();
  }

  static List<Written> of(List<Coding> codings) {
    return codings.stream()
        .map(
            c ->
                new Written(
                    c.type(),
                    c.actor().orElse("-"),
                    c.target().orElse("-"),
                    c.status(),
                    c.count().orElse(null)))
        .toList();
  }

  private static Written one(String text) {
    String[] parts = text.split(" ");
    String[] dyad = parts[1].split(">");
    return new Written(
        SignalType.valueOf(parts[0]),
        dyad[0],
        dyad[1],
        Status.valueOf(parts[2]),
        Optional.ofNullable(parts.length > 3 ? parts[3] : null).map(Integer::valueOf).orElse(null));
  }

  /** Whether the other says the same, its count included where this one has one. */
  boolean says(Written other) {
    return type == other.type
        && actor.equals(other.actor)
        && target.equals(other.target)
        && status == other.status
        && (count == null || Objects.equals(count, other.count));
  }

  static boolean same(List<Written> expected, List<Written> found) {
    return expected.size() == found.size()
        && expected.stream().allMatch(e -> found.stream().anyMatch(e::says));
  }
}
