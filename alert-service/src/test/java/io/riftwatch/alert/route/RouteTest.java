package io.riftwatch.alert.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTest {

  private static final Alert RECALL = alert(Kind.MEASURE, SignalType.RECALL);
  private static final Alert EASING = alert(Kind.NORMALISED, SignalType.NORMALISATION);

  static Stream<Arguments> matches() {
    Set<String> none = Set.of();
    Set<SignalType> anyType = Set.of();
    Set<Kind> anyKind = Set.of();
    return Stream.of(
        Arguments.of(Match.ALL, RECALL, true),
        Arguments.of(new Match(Set.of("MLI"), none, anyType, 0, anyKind), RECALL, true),
        Arguments.of(new Match(Set.of("FRA"), none, anyType, 0, anyKind), RECALL, true),
        Arguments.of(new Match(Set.of("DEU"), none, anyType, 0, anyKind), RECALL, false),
        Arguments.of(new Match(none, Set.of("FRA-MLI"), anyType, 0, anyKind), RECALL, true),
        Arguments.of(new Match(none, Set.of("FRA-NER"), anyType, 0, anyKind), RECALL, false),
        Arguments.of(new Match(none, none, Set.of(SignalType.RECALL), 0, anyKind), RECALL, true),
        Arguments.of(new Match(none, none, Set.of(SignalType.SUMMONS), 0, anyKind), RECALL, false),
        Arguments.of(new Match(none, none, anyType, 4, anyKind), RECALL, true),
        Arguments.of(new Match(none, none, anyType, 5, anyKind), RECALL, false),
        Arguments.of(new Match(none, none, anyType, 4, anyKind), EASING, true),
        Arguments.of(new Match(none, none, anyType, 5, anyKind), EASING, false),
        Arguments.of(new Match(none, none, anyType, 0, Set.of(Kind.MEASURE)), RECALL, true),
        Arguments.of(new Match(none, none, anyType, 0, Set.of(Kind.OPENED)), RECALL, false),
        Arguments.of(
            new Match(Set.of("MLI"), none, anyType, 0, Set.of(Kind.OPENED)), RECALL, false));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("matches")
  void allThatAsksMustAgree(Match match, Alert alert, boolean taken) {
    assertEquals(taken, match.takes(alert));
  }

  @Test
  void channelsOfSeveralRoutesAreUsedOnceInTheRoutesOrder() {
    Match never = new Match(Set.of("DEU"), null, null, 0, null);
    List<Route> routes =
        List.of(
            new Route(Match.ALL, List.of("b", "a"), true),
            new Route(Match.ALL, List.of("a", "c"), true),
            new Route(never, List.of("d"), true),
            new Route(Match.ALL, List.of("e"), false));

    assertEquals(List.of("b", "a", "c"), Route.channels(routes, RECALL));
  }

  private static Alert alert(Kind kind, SignalType changed) {
    return new Alert(
        "alr-1",
        kind,
        "inc-1",
        "FRA-MLI",
        4,
        "headline",
        "reason",
        List.of(measure(changed)),
        List.of(measure(SignalType.RECALL), measure(changed)),
        List.of(),
        URI.create("http://localhost:8080/"),
        Instant.parse("2025-09-18T10:00:00Z"));
  }

  private static Measure measure(SignalType type) {
    return new Measure(
        "mea-" + type,
        type,
        "MLI",
        "FRA",
        Status.ACTUAL,
        null,
        null,
        LocalDate.parse("2025-09-18"),
        null,
        false,
        1,
        List.of());
  }
}
