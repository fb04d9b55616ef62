package io.riftwatch.classify.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.classify.SignalMother;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.difference.Difference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingsTest {

  private static final Signal EXPULSION =
      signal(SignalType.EXPULSION, "MLI", "FRA", Status.ACTUAL, 5, "expel", 0.9);
  private static final Signal SUSPENSION =
      signal(SignalType.COOPERATION_SUSPENSION, "FRA", "MLI", Status.ACTUAL, null, "suspend", 0.9);

  @Test
  void whatIsReadByOneAloneIsGainedOrLost() {
    assertEquals(
        List.of(Difference.lost(EXPULSION), Difference.gained(SUSPENSION)),
        Readings.between(List.of(EXPULSION), List.of(SUSPENSION)));
  }

  @Test
  void whatSaysTheSameIsNoDifferenceWhateverItRestsOn() {
    Signal otherwise =
        signal(SignalType.EXPULSION, "MLI", "FRA", Status.ACTUAL, 5, "throw-out", 0.4);

    assertEquals(
        List.of(),
        Readings.between(List.of(EXPULSION, SUSPENSION), List.of(SUSPENSION, otherwise)));
  }

  @Test
  void anotherCountIsAChange() {
    Signal six = signal(SignalType.EXPULSION, "MLI", "FRA", Status.ACTUAL, 6, "expel", 0.9);

    assertEquals(
        List.of(Difference.changed(EXPULSION, six)),
        Readings.between(List.of(EXPULSION), List.of(six)));
  }

  @Test
  void aMeasureOfOneTypeThatIsMuchAlikeChanged() {
    Signal threat = signal(SignalType.EXPULSION, "MLI", "FRA", Status.THREATENED, 5, "expel", 0.9);
    Signal mirrored = signal(SignalType.EXPULSION, "FRA", "MLI", Status.THREATENED, 2, "e", 0.9);

    List<Difference> differences =
        Readings.between(List.of(EXPULSION, SUSPENSION), List.of(mirrored, threat, SUSPENSION));

    assertEquals(
        List.of(Difference.changed(EXPULSION, threat), Difference.gained(mirrored)), differences);
  }

  @Test
  void measuresThatAgreeInNothingButTheirTypeAreTwo() {
    Signal other = signal(SignalType.EXPULSION, "USA", "RUS", Status.DENIED, 5, "expel", 0.9);

    assertEquals(
        List.of(Kind.LOST, Kind.GAINED),
        Readings.between(List.of(EXPULSION), List.of(other)).stream()
            .map(Difference::kind)
            .toList());
  }

  private static Signal signal(
      SignalType type,
      String actor,
      String target,
      Status status,
      Integer count,
      String rule,
      double confidence) {
    return SignalMother.signal(
        String.join("-", type.name(), actor, target, status.name()),
        type,
        actor,
        target,
        status,
        count,
        rule,
        confidence);
  }
}
