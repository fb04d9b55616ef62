package io.riftwatch.alert.route;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.classify.contract.SignalType;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which alerts a route takes. An empty set asks for nothing; all that ask must agree.
 *
 * @param states either state of the pair
 * @param pairs the pair, for example {@code FRA-MLI}
 * @param types of a changed measure
 * @param minRung lowest rung of a changed measure; of the whole incident when it eases
 * @param kinds of the alert
 */
public record Match(
    Set<@Pattern(regexp = "[A-Z]{3,4}", message = "is a code such as FRA") String> states,
    Set<
            @Pattern(
                regexp = "[A-Z]{3,4}-[A-Z]{3,4}",
                message = "is two codes in alphabetical order, such as FRA-MLI")
            String>
        pairs,
    Set<SignalType> types,
    @Min(0) @Max(6) int minRung,
    Set<Kind> kinds) {

  /** Takes every alert. */
  public static final Match ALL = new Match(null, null, null, 0, null);

  public Match {
    states = copy(states);
    pairs = copy(pairs);
    types = copy(types);
    kinds = copy(kinds);
  }

  private static <T> Set<T> copy(Set<T> set) {
    return set == null ? Set.of() : Set.copyOf(set);
  }

  boolean takes(Alert alert) {
    return asksFor(states, List.of(alert.pair().split("-", 2)))
        && asksFor(pairs, List.of(alert.pair()))
        && asksFor(types, alert.changed().stream().map(Measure::type).toList())
        && asksFor(kinds, List.of(alert.kind()))
        && rung(alert) >= minRung;
  }

  private static <T> boolean asksFor(Set<T> wanted, Collection<T> offered) {
    return wanted.isEmpty() || offered.stream().anyMatch(wanted::contains);
  }

  private static int rung(Alert alert) {
    List<Measure> measures = alert.kind() == Kind.NORMALISED ? alert.measures() : alert.changed();
    return measures.stream().mapToInt(measure -> measure.type().rung()).max().orElse(0);
  }
}
