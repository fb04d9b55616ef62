package io.riftwatch.alert.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.alert.ModelCase;
import io.riftwatch.alert.SignalMother;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.classify.contract.Polarity;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CorrelationProperties {

  private final Correlation correlation = new Correlation(CorrelationTest.RULES);

  @Property(tries = 200)
  void orderAndRepeatsMakeNoDifference(
      @ForAll("signals") List<Signal> signals, @ForAll Random random) {
    List<Signal> shuffled = new ArrayList<>(signals);
    signals.stream().filter(s -> random.nextBoolean()).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);

    assertEquals(correlation.of(signals), correlation.of(shuffled));
  }

  @Property(tries = 100)
  void howeverTheModelCaseArrivesItIsOneIncidentToldInThreeAlerts(@ForAll Random random) {
    List<Signal> arriving = new ArrayList<>(ModelCase.signals());
    Collections.shuffle(arriving, random);
    Desk desk = new Desk();

    arriving.forEach(desk::take);

    Desk inOrder = new Desk();
    ModelCase.signals().forEach(inOrder::take);
    assertEquals(contents(inOrder), contents(desk));
    assertEquals(1, desk.incidents().size());
    assertEquals(3, desk.told().size());
    assertEquals(3, desk.told().stream().map(Alert::id).distinct().count());
    assertEquals(Alert.Kind.OPENED, desk.told().get(0).kind());
  }

  @Property(tries = 200)
  void whateverArrivesNoChangeIsToldTwiceAndNoFactIsLeftUntold(
      @ForAll("signals") List<Signal> signals) {
    Desk desk = new Desk();

    signals.forEach(desk::take);

    Set<String> ids = desk.told().stream().map(Alert::id).collect(Collectors.toSet());
    assertEquals(ids.size(), desk.told().size());
    assertTrue(
        desk.incidents().stream()
            .flatMap(incident -> incident.entries().stream())
            .allMatch(entry -> entry.isTold(Transition.TAKEN) == entry.taken()));
  }

  @Property(tries = 200)
  void everySignalOfAnActAgreesOnWhoDidWhatToWhom(@ForAll("signals") List<Signal> signals) {
    for (Quarrel quarrel : correlation.of(signals)) {
      Set<String> seen = new HashSet<>();
      for (Act act : quarrel.acts()) {
        for (Signal signal : signals) {
          if (act.signals().contains(signal.id())) {
            assertEquals(act.key().actor(), signal.actor());
            assertEquals(act.key().target(), signal.target());
            assertEquals(act.key().type(), signal.type());
          }
        }
        assertTrue(act.signals().stream().allMatch(seen::add), "a signal is of one act only");
      }
      assertTrue(quarrel.acts().stream().anyMatch(act -> act.key().polarity() == Polarity.HOSTILE));
    }
  }

  private static List<List<Object>> contents(Desk desk) {
    return desk.incidents().stream()
        .map(
            incident ->
                List.<Object>of(
                    incident.pair(),
                    incident.level(),
                    incident.entries().stream()
                        .map(e -> List.of(e.signals(), e.taken(), e.measure().sources(), e.told()))
                        .toList(),
                    incident.background()))
        .toList();
  }

  @Provide
  Arbitrary<List<Signal>> signals() {
    Arbitrary<Boolean> direction = Arbitraries.of(true, false);
    Arbitrary<SignalType> type =
        Arbitraries.of(
            SignalType.EXPULSION,
            SignalType.RECALL,
            SignalType.SANCTIONS,
            SignalType.NORMALISATION);
    Arbitrary<Status> status =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(6, Status.ACTUAL),
            net.jqwik.api.Tuple.of(1, Status.THREATENED),
            net.jqwik.api.Tuple.of(1, Status.DENIED),
            net.jqwik.api.Tuple.of(1, Status.REVERSED),
            net.jqwik.api.Tuple.of(1, Status.HISTORICAL));
    Arbitrary<Integer> day = Arbitraries.integers().between(0, 120);
    Arbitrary<Integer> article = Arbitraries.integers().between(0, 30);
    Arbitrary<Integer> count = Arbitraries.integers().between(1, 9).injectNull(0.5);
    return Combinators.combine(direction, type, status, day, article, count)
        .as(CorrelationProperties::signal)
        .list()
        .ofMaxSize(25);
  }

  private static Signal signal(
      boolean forth, SignalType type, Status status, int day, int article, Integer count) {
    LocalDate published = LocalDate.parse("2025-01-01").plusDays(day);
    return SignalMother.act(forth ? "MLI" : "FRA", type, forth ? "FRA" : "MLI")
        .status(status)
        .count(count)
        .in("o" + article % 7 + ".example", "a" + article + "-" + day, published + "T10:00:00Z")
        .make();
  }
}
