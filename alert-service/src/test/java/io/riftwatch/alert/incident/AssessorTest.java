package io.riftwatch.alert.incident;

import static io.riftwatch.alert.SignalMother.act;
import static io.riftwatch.classify.contract.SignalType.COOPERATION_SUSPENSION;
import static io.riftwatch.classify.contract.SignalType.EXPULSION;
import static io.riftwatch.classify.contract.SignalType.NORMALISATION;
import static io.riftwatch.classify.contract.SignalType.RECALL;
import static io.riftwatch.classify.contract.SignalType.SEVERANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.alert.ModelCase;
import io.riftwatch.alert.SignalMother;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessorTest {

  private final Desk desk = new Desk();

  @Test
  void theModelCaseIsToldInThreeAlerts() {
    ModelCase.signals().forEach(desk::take);

    assertEquals(
        List.of(
            "OPENED 4 Mali expels 5 French diplomats",
            "MEASURE 4 France suspends counter-terrorism cooperation with Mali",
            "MEASURE 4 France expels 2 Malian diplomats in return"),
        told());
    assertEquals("Diplomats expelled (rung 4 of 6); answered in kind", desk.told().get(2).reason());
    assertEquals(3, desk.told().get(2).measures().size());
    assertEquals(1, desk.told().get(2).background().size());
    assertEquals(1, desk.incidents().size());
  }

  @Test
  void aWithdrawnSignalTakesItsMeasureOutOfTheIncidentAndTellsNothing() {
    Signal recall = act("MLI", RECALL, "FRA").in("a.example", "b", "2025-09-02T10:00:00Z").make();
    take(act("FRA", COOPERATION_SUSPENSION, "MLI").in("a.example", "a", "2025-09-01T10:00:00Z"));
    desk.take(recall);

    desk.take(recall.withdrawnBy(1));

    assertEquals(2, desk.told().size());
    assertEquals(1, desk.incidents().size());
    assertEquals(
        List.of(COOPERATION_SUSPENSION),
        desk.incidents().get(0).events().stream().map(measure -> measure.type()).toList());
    assertEquals(3, desk.incidents().get(0).level());
  }

  @Test
  void anIncidentOfWhichAllWasWithdrawnStandsEmptyUntilASignalIsStatedAgain() {
    Signal recall = act("MLI", RECALL, "FRA").in("a.example", "b", "2025-09-02T10:00:00Z").make();
    desk.take(recall);
    String incident = desk.incidents().get(0).id();

    desk.take(recall.withdrawnBy(1));

    assertEquals(List.of(), desk.incidents().get(0).entries());
    assertEquals(0, desk.incidents().get(0).level());

    desk.take(recall.correctedBy(2));

    assertEquals(List.of(incident), desk.incidents().stream().map(Incident::id).toList());
    assertEquals(4, desk.incidents().get(0).level());
    assertEquals(1, desk.told().size());
  }

  @Test
  void aHigherRungEscalatesAndALowerOneAddsAMeasure() {
    take(act("FRA", COOPERATION_SUSPENSION, "MLI").in("a.example", "a", "2025-09-01T10:00:00Z"));
    take(act("MLI", RECALL, "FRA").in("a.example", "b", "2025-09-02T10:00:00Z"));
    take(act("FRA", RECALL, "MLI").in("a.example", "c", "2025-09-03T10:00:00Z"));
    take(act("MLI", SEVERANCE, "FRA").in("a.example", "d", "2025-09-04T10:00:00Z"));

    assertEquals(
        List.of(
            "OPENED 3 France suspends cooperation with Mali",
            "ESCALATED 4 Mali recalls its ambassador from France",
            "MEASURE 4 France recalls its ambassador from Mali in return",
            "ESCALATED 6 Mali cuts diplomatic relations with France"),
        told());
  }

  @Test
  void reversalAndNormalisationAreToldOnceEach() {
    SignalMother suspension = act("FRA", COOPERATION_SUSPENSION, "MLI");
    take(suspension.in("a.example", "a", "2025-09-01T10:00:00Z"));
    take(suspension.status(Status.REVERSED).in("a.example", "b", "2025-10-20T10:00:00Z"));
    take(suspension.status(Status.REVERSED).in("b.example", "c", "2025-10-20T11:00:00Z"));
    take(act("FRA", NORMALISATION, "MLI").in("b.example", "d", "2025-09-25T11:00:00Z"));

    assertEquals(
        List.of(
            "OPENED 3 France suspends cooperation with Mali",
            "NORMALISED 0 France takes back its measure against Mali: cooperation suspended",
            "NORMALISED 0 France restores relations with Mali"),
        told());
    assertEquals("All measures taken back", desk.told().get(1).reason());
  }

  @Test
  void aThreatIsToldOnlyOnceItIsCarriedOut() {
    SignalMother expulsion = act("MLI", EXPULSION, "FRA");
    take(act("FRA", RECALL, "MLI").in("a.example", "a", "2025-09-01T10:00:00Z"));
    take(expulsion.status(Status.THREATENED).in("a.example", "b", "2025-09-02T10:00:00Z"));
    String threatened = desk.incidents().get(0).entries().get(1).measure().id();
    take(expulsion.in("a.example", "c", "2025-09-06T10:00:00Z"));

    assertEquals(
        List.of(
            "OPENED 4 France recalls its ambassador from Mali",
            "MEASURE 4 Mali expels French diplomats"),
        told());
    assertEquals(threatened, desk.told().get(1).changed().get(0).id());
  }

  @Test
  void aLateEarlierReportChangesTheIncidentButNeitherItsNameNorWhatWasTold() {
    take(act("MLI", EXPULSION, "FRA").in("a.example", "a", "2025-09-10T10:00:00Z"));
    Incident before = desk.incidents().get(0);
    take(act("MLI", EXPULSION, "FRA").count(5).in("b.example", "b", "2025-09-04T10:00:00Z"));

    Incident after = desk.incidents().get(0);
    assertEquals(before.id(), after.id());
    assertEquals(before.entries().get(0).measure().id(), after.entries().get(0).measure().id());
    assertEquals(5, after.entries().get(0).measure().count());
    assertEquals(1, desk.told().size());
  }

  @Test
  void aReportThatBridgesTwoMeasuresMakesThemOneAndTellsNothing() {
    SignalMother expulsion = act("MLI", EXPULSION, "FRA");
    take(expulsion.in("a.example", "a", "2025-09-01T10:00:00Z"));
    take(expulsion.in("a.example", "c", "2025-09-19T10:00:00Z"));
    take(expulsion.in("a.example", "b", "2025-09-10T10:00:00Z"));

    assertEquals(2, desk.told().size());
    assertEquals(1, desk.incidents().get(0).entries().size());
  }

  @Test
  void aMeasureThatBridgesTwoIncidentsMergesTheLaterIntoTheEarlier() {
    take(act("MLI", EXPULSION, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z"));
    take(act("FRA", RECALL, "MLI").in("a.example", "c", "2025-10-20T10:00:00Z"));
    String first = desk.incidents().get(0).id();
    String second = desk.incidents().get(1).id();
    take(act("FRA", COOPERATION_SUSPENSION, "MLI").in("a.example", "b", "2025-09-25T10:00:00Z"));

    assertEquals(List.of(first), desk.incidents().stream().map(Incident::id).toList());
    assertEquals(List.of(second), desk.merged().stream().map(Incident::id).toList());
    assertEquals(
        List.of(Kind.OPENED, Kind.OPENED, Kind.MEASURE),
        desk.told().stream().map(Alert::kind).toList());
  }

  @Test
  void aFurtherReportOfWhatIsToldLeavesTheIncidentUntouchedWhenItIsARepeat() {
    ModelCase.signals().forEach(desk::take);
    Incident before = desk.incidents().get(0);

    ModelCase.signals().forEach(desk::take);

    assertEquals(before, desk.incidents().get(0));
    assertEquals(3, desk.told().size());
  }

  @Test
  void aMeasureThatLeavesAnIncidentAndReturnsIsNotToldAgain() {
    SignalMother peace = act("MLI", NORMALISATION, "FRA");
    take(act("MLI", EXPULSION, "FRA").in("a.example", "a0-1", "2025-01-02T10:00:00Z"));
    take(peace.in("a.example", "a0-10", "2025-01-11T10:00:00Z"));
    take(peace.in("a.example", "a0-0", "2025-01-01T10:00:00Z"));
    take(act("MLI", EXPULSION, "FRA").in("a.example", "a0-0", "2025-01-01T10:00:00Z"));

    assertEquals(
        List.of(
            "OPENED 4 Mali expels French diplomats",
            "NORMALISED 4 Mali restores relations with France"),
        told());
    assertEquals(2, desk.incidents().get(0).entries().size());
  }

  @Test
  void aThreatThatComesToBelongToAnotherQuarrelDoesNotTakeTheIncidentWithIt() {
    SignalMother expulsion = act("MLI", EXPULSION, "FRA");
    take(expulsion.in("a.example", "a", "2025-02-01T10:00:00Z"));
    String first = desk.incidents().get(0).id();
    take(expulsion.status(Status.THREATENED).in("a.example", "b", "2025-01-12T10:00:00Z"));
    take(expulsion.in("a.example", "c", "2025-01-01T10:00:00Z"));

    assertEquals(2, desk.told().size());
    assertEquals(2, desk.incidents().size());
    assertEquals(
        List.of("2025-02-01"),
        desk.incidents().stream()
            .filter(incident -> incident.id().equals(first))
            .map(incident -> incident.lastReport().toString())
            .toList());
  }

  private void take(SignalMother signal) {
    desk.take(signal.make());
  }

  private List<String> told() {
    return desk.told().stream()
        .map(alert -> alert.kind() + " " + alert.level() + " " + alert.headline())
        .toList();
  }
}
