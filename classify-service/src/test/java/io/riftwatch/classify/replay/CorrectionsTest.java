package io.riftwatch.classify.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.classify.SignalMother;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.difference.Difference;
import io.riftwatch.classify.difference.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

  private static final Signal FIVE = signal("id-1", Status.ACTUAL, 5);
  private static final Signal SIX = signal("id-1", Status.ACTUAL, 6);
  private static final Signal THREAT = signal("id-2", Status.THREATENED, 5);

  @Test
  void whatIsGainedIsStatedAndWhatIsLostWithdrawn() {
    assertEquals(List.of(FIVE.correctedBy(7)), corrections(List.of(), List.of(FIVE)));
    assertEquals(List.of(FIVE.withdrawnBy(7)), corrections(List.of(FIVE), List.of()));
  }

  @Test
  void whatChangedUnderItsIdIsStatedAnew() {
    assertEquals(List.of(SIX.correctedBy(7)), corrections(List.of(FIVE), List.of(SIX)));
  }

  @Test
  void whatChangedToAnotherIdIsStatedBeforeTheOldOneIsWithdrawn() {
    assertEquals(
        List.of(THREAT.correctedBy(7), FIVE.withdrawnBy(7)),
        corrections(List.of(FIVE), List.of(THREAT)));
  }

  private static List<Signal> corrections(List<Signal> before, List<Signal> after) {
    List<Difference> differences = Readings.between(before, after);
    return differences.stream().flatMap(d -> Corrections.of(d, 7).stream()).toList();
  }

  private static Signal signal(String id, Status status, int count) {
    return SignalMother.signal(id, SignalType.EXPULSION, "MLI", "FRA", status, count, "expel", 0.9);
  }
}
