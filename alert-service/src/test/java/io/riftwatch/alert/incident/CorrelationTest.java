package io.riftwatch.alert.incident;

import static io.riftwatch.alert.SignalMother.act;
import static io.riftwatch.classify.contract.SignalType.COOPERATION_SUSPENSION;
import static io.riftwatch.classify.contract.SignalType.DETENTION;
import static io.riftwatch.classify.contract.SignalType.EXPULSION;
import static io.riftwatch.classify.contract.SignalType.NORMALISATION;
import static io.riftwatch.classify.contract.SignalType.RECALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.alert.ModelCase;
import io.riftwatch.alert.SignalMother;
import io.riftwatch.alert.contract.Alert.Report;
import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationTest {

  static final CorrelationRules RULES =
      new CorrelationRules(10, Map.of(SignalType.PROTEST, 3), 30, 14, 10);

  private final Correlation correlation = new Correlation(RULES);

  @Test
  void theModelCaseIsOneQuarrelOfThreeActs() {
    List<Quarrel> quarrels = correlation.of(ModelCase.signals());

    assertEquals(1, quarrels.size());
    Quarrel quarrel = quarrels.get(0);
    assertEquals("FRA-MLI", quarrel.pair());
    assertEquals(
        List.of(
            "MLI EXPULSION FRA 5 null true 3",
            "FRA COOPERATION_SUSPENSION MLI null COUNTER_TERRORISM false 2",
            "FRA EXPULSION MLI 2 null true 2"),
        quarrel.acts().stream().map(CorrelationTest::summary).toList());
    assertEquals(
        List.of("MLI DETENTION FRA null null false 2"),
        quarrel.background().stream().map(CorrelationTest::summary).toList());
    assertEquals(LocalDate.parse("2025-08-14"), quarrel.background().get(0).on());
  }

  @Test
  void aWireCopyIsListedButNotCounted() {
    Act expulsion = correlation.of(ModelCase.signals()).get(0).acts().get(0);

    assertEquals(
        List.of("lefigaro.example", "ouest-france.example", "reuters.example", "elpais.example"),
        expulsion.reports().stream().map(Report::outlet).toList());
    assertEquals(
        List.of(false, true, false, false),
        expulsion.reports().stream().map(Report::wireCopy).toList());
    assertEquals(3, expulsion.independentSources());
  }

  @Test
  void anOutletThatReportsTwiceIsOneSource() {
    Act act =
        only(
            act("MLI", EXPULSION, "FRA").in("rfi.example", "r1", "2025-09-18T10:00:00Z"),
            act("MLI", EXPULSION, "FRA").in("rfi.example", "r2", "2025-09-19T10:00:00Z"));

    assertEquals(2, act.reports().size());
    assertEquals(1, act.independentSources());
    assertFalse(act.reports().get(1).wireCopy());
  }

  @Test
  void reportsWithoutATextAreCopiesOnlyWhenTheirTitlesAre() {
    SignalMother expulsion = act("MLI", EXPULSION, "FRA");

    Act act =
        only(
            expulsion
                .in("a.example", "a", "2025-09-18T10:00:00Z")
                .titled("fr", "Mali : « dehors »")
                .fingerprint(0),
            expulsion
                .in("b.example", "b", "2025-09-18T11:00:00Z")
                .titled("fr", "Mali: \"Dehors\"")
                .fingerprint(0),
            expulsion
                .in("c.example", "c", "2025-09-18T12:00:00Z")
                .titled("fr", "Bamako expulse")
                .fingerprint(0));

    assertEquals(
        List.of(false, true, false), act.reports().stream().map(Report::wireCopy).toList());
    assertEquals(2, act.independentSources());
  }

  @ParameterizedTest(name = "{0} and {1} make {2}")
  @CsvSource({"5 5, 4 4, 5", "5 5, 4, 5", "5, 4 4, 4", "5, 4, 5", "'', 4, 4"})
  void theCountIsWhatMostIndependentSourcesHaveAndTheHigherOfATie(
      String some, String others, int expected) {
    Stream<String> counts = Stream.of((some + " " + others).strip().split(" "));
    int[] article = {0};
    SignalMother[] reports =
        counts
            .map(
                count ->
                    act("MLI", EXPULSION, "FRA")
                        .count(Integer.valueOf(count))
                        .in(
                            "o" + article[0] + ".example",
                            "c" + article[0]++,
                            "2025-09-18T10:00:00Z"))
            .toArray(SignalMother[]::new);

    assertEquals(expected, only(reports).count());
  }

  @Test
  void copiesOfOneDispatchHaveOneVoteOnTheCount() {
    SignalMother five = act("MLI", EXPULSION, "FRA").count(5);
    SignalMother four = act("MLI", EXPULSION, "FRA").count(4);

    Act act =
        only(
            five.in("a.example", "a", "2025-09-18T10:00:00Z").fingerprint(0xff00),
            five.in("b.example", "b", "2025-09-18T10:01:00Z").fingerprint(0xff01),
            five.in("c.example", "c", "2025-09-18T10:02:00Z").fingerprint(0xff03),
            four.in("d.example", "d", "2025-09-18T10:03:00Z"),
            four.in("e.example", "e", "2025-09-18T10:04:00Z"));

    assertEquals(4, act.count());
    assertEquals(3, act.independentSources());
  }

  @Test
  void reportsOfOneWireGroupAreCopiesAndThoseOfTwoAreNotWhateverTheirFingerprints() {
    SignalMother expulsion = act("MLI", EXPULSION, "FRA");

    Act act =
        only(
            expulsion
                .in("a.example", "a", "2025-09-18T10:00:00Z")
                .wireGroup("a")
                .fingerprint(0xff00),
            expulsion
                .in("b.example", "b", "2025-09-18T11:00:00Z")
                .wireGroup("a")
                .fingerprint(0xff00ff00ff00L),
            expulsion
                .in("c.example", "c", "2025-09-18T12:00:00Z")
                .wireGroup("c")
                .fingerprint(0xff00));

    assertEquals(
        List.of(false, true, false), act.reports().stream().map(Report::wireCopy).toList());
    assertEquals(2, act.independentSources());
  }

  @Test
  void reportsOfOneShortTitleAndNoTextAreCopiesThoughEachIsAGroupOfItsOwn() {
    SignalMother expulsion = act("MLI", EXPULSION, "FRA");
    String title = "Mali expels diplomats";

    Act act =
        only(
            expulsion
                .in("a.example", "a", "2025-09-18T10:00:00Z")
                .titled("en", title)
                .wireGroup("a")
                .fingerprint(7),
            expulsion
                .in("b.example", "b", "2025-09-18T11:00:00Z")
                .titled("en", title.toUpperCase(Locale.ROOT))
                .wireGroup("b")
                .fingerprint(7));

    assertEquals(1, act.independentSources());
  }

  @Test
  void aReportThatSaysNoGroupIsComparedByItsFingerprint() {
    SignalMother expulsion = act("MLI", EXPULSION, "FRA");

    Act act =
        only(
            expulsion
                .in("a.example", "a", "2025-09-18T10:00:00Z")
                .wireGroup("a")
                .fingerprint(0xff00),
            expulsion.in("b.example", "b", "2025-09-18T11:00:00Z").fingerprint(0xff01));

    assertEquals(1, act.independentSources());
  }

  @Test
  void theDomainIsWhatMostIndependentSourcesHave() {
    SignalMother suspension = act("FRA", COOPERATION_SUSPENSION, "MLI");

    Act act =
        only(
            suspension.domain(Domain.MILITARY).in("a.example", "a", "2025-09-18T10:00:00Z"),
            suspension
                .domain(Domain.COUNTER_TERRORISM)
                .in("b.example", "b", "2025-09-18T10:00:00Z"),
            suspension
                .domain(Domain.COUNTER_TERRORISM)
                .in("c.example", "c", "2025-09-18T10:00:00Z"));

    assertEquals(Domain.COUNTER_TERRORISM, act.domain());
  }

  @ParameterizedTest(name = "{0} reported again after {1} days: {2} acts")
  @CsvSource({"EXPULSION, 10, 1", "EXPULSION, 11, 2", "PROTEST, 3, 1", "PROTEST, 4, 2"})
  void reportsWithinTheWindowOfTheirTypeAreOfOneAct(SignalType type, int days, int acts) {
    SignalMother first = act("MLI", type, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z");
    SignalMother second =
        act("MLI", type, "FRA")
            .in("b.example", "b", LocalDate.parse("2025-09-01").plusDays(days) + "T10:00:00Z");

    assertEquals(acts, quarrel(first, second).acts().size());
  }

  @ParameterizedTest(name = "a recall {0} days later: {1} quarrels")
  @CsvSource({"30, 1", "31, 2"})
  void aQuarrelIsOverAfterThirtyQuietDays(int days, int quarrels) {
    Signal first = act("MLI", EXPULSION, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z").make();
    Signal second =
        act("FRA", RECALL, "MLI")
            .in("b.example", "b", LocalDate.parse("2025-09-01").plusDays(days) + "T10:00:00Z")
            .make();

    assertEquals(quarrels, correlation.of(List.of(first, second)).size());
  }

  @ParameterizedTest(name = "answered after {0} days: reciprocal {1}")
  @CsvSource({"0, true", "14, true", "15, false"})
  void mirroredActsStayApartAndAnswerEachOtherWithinTwoWeeks(int days, boolean reciprocal) {
    Quarrel quarrel =
        quarrel(
            act("MLI", EXPULSION, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z"),
            act("FRA", EXPULSION, "MLI")
                .in(
                    "a.example",
                    "a2",
                    LocalDate.parse("2025-09-01").plusDays(days) + "T10:00:00Z"));

    assertEquals(2, quarrel.acts().size());
    assertTrue(quarrel.acts().stream().allMatch(act -> act.reciprocal() == reciprocal));
  }

  @Test
  void aReversalClosesItsActHoweverLate() {
    Quarrel quarrel =
        quarrel(
            act("FRA", COOPERATION_SUSPENSION, "MLI").in("a.example", "a", "2025-09-01T10:00:00Z"),
            act("FRA", COOPERATION_SUSPENSION, "MLI")
                .status(Status.REVERSED)
                .in("b.example", "b", "2025-12-24T10:00:00Z"));

    Act act = quarrel.acts().get(0);
    assertEquals(1, quarrel.acts().size());
    assertEquals(Status.REVERSED, act.status());
    assertTrue(act.taken());
    assertEquals(LocalDate.parse("2025-09-01"), quarrel.last());
  }

  @Test
  void aReversalNeverClosesTheOtherSidesAct() {
    Quarrel quarrel =
        quarrel(
            act("FRA", EXPULSION, "MLI").in("a.example", "a", "2025-09-01T10:00:00Z"),
            act("MLI", EXPULSION, "FRA")
                .status(Status.REVERSED)
                .in("b.example", "b", "2025-09-02T10:00:00Z"));

    assertEquals(
        List.of(Status.ACTUAL, Status.REVERSED), quarrel.acts().stream().map(Act::status).toList());
  }

  @Test
  void aThreatAloneOpensNothing() {
    Signal threat =
        act("MLI", EXPULSION, "FRA")
            .status(Status.THREATENED)
            .in("a.example", "a", "2025-09-01T10:00:00Z")
            .make();

    assertEquals(List.of(), correlation.of(List.of(threat)));
  }

  @Test
  void aThreatCarriedOutIsTheSameAct() {
    Act act =
        only(
            act("MLI", EXPULSION, "FRA")
                .status(Status.THREATENED)
                .in("a.example", "a", "2025-09-01T10:00:00Z"),
            act("MLI", EXPULSION, "FRA")
                .status(Status.DENIED)
                .in("b.example", "b", "2025-09-02T10:00:00Z"),
            act("MLI", EXPULSION, "FRA").in("c.example", "c", "2025-09-05T10:00:00Z"));

    assertEquals(Status.ACTUAL, act.status());
    assertEquals(LocalDate.parse("2025-09-05"), act.on());
    assertEquals(List.of("c.example"), act.reports().stream().map(Report::outlet).toList());
  }

  @Test
  void aThreatInAnOpenQuarrelIsKeptInItsTimeline() {
    Quarrel quarrel =
        quarrel(
            act("FRA", RECALL, "MLI")
                .status(Status.THREATENED)
                .in("a.example", "a", "2025-08-25T10:00:00Z"),
            act("MLI", EXPULSION, "FRA").in("b.example", "b", "2025-09-05T10:00:00Z"));

    assertEquals(
        List.of(Status.THREATENED, Status.ACTUAL),
        quarrel.acts().stream().map(Act::status).toList());
  }

  @Test
  void normalisationOpensNothingButBelongsToTheQuarrelItEnds() {
    SignalMother peace =
        act("FRA", NORMALISATION, "MLI").in("b.example", "b", "2025-09-20T10:00:00Z");

    assertEquals(List.of(), correlation.of(List.of(peace.make())));
    assertEquals(
        2,
        quarrel(peace, act("MLI", EXPULSION, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z"))
            .acts()
            .size());
  }

  @Test
  void reconciliationBeforeAQuarrelIsNoPartOfIt() {
    Quarrel quarrel =
        quarrel(
            act("FRA", NORMALISATION, "MLI").in("b.example", "b", "2025-08-20T10:00:00Z"),
            act("MLI", EXPULSION, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z"));

    assertEquals(1, quarrel.acts().size());
  }

  @Test
  void aMeasureRecalledLaterIsNotItsOwnBackground() {
    Quarrel quarrel =
        quarrel(
            act("MLI", EXPULSION, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z"),
            act("MLI", EXPULSION, "FRA")
                .status(Status.HISTORICAL)
                .announcedOn("2025-09-01")
                .in("b.example", "b", "2025-09-28T10:00:00Z"),
            act("MLI", DETENTION, "FRA")
                .status(Status.HISTORICAL)
                .announcedOn("2025-08-01")
                .in("b.example", "b", "2025-09-28T10:00:00Z"));

    assertEquals(
        List.of(DETENTION), quarrel.background().stream().map(act -> act.key().type()).toList());
  }

  @Test
  void ofTwoRevisionsOfAReportTheLaterCounts() {
    SignalMother report = act("MLI", EXPULSION, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z");

    assertEquals(7, only(report.count(7).revision(2), report.count(3).revision(1)).count());
  }

  @Test
  void aSignalThatDoesNotNameBothStatesIsLeftAside() {
    Signal unnamed =
        act(null, EXPULSION, "FRA").in("a.example", "a", "2025-09-01T10:00:00Z").make();

    assertEquals(List.of(), correlation.of(List.of(unnamed)));
  }

  @Test
  void anAnnouncementDatedAfterItsReportIsTakenForTheReportsDay() {
    Act act =
        only(
            act("MLI", EXPULSION, "FRA")
                .announcedOn("2031-01-01")
                .in("a.example", "a", "2025-09-01T10:00:00Z"));

    assertEquals(LocalDate.parse("2025-09-01"), act.on());
  }

  private Quarrel quarrel(SignalMother... signals) {
    List<Quarrel> quarrels = correlation.of(Stream.of(signals).map(SignalMother::make).toList());
    assertEquals(1, quarrels.size());
    return quarrels.get(0);
  }

  private Act only(SignalMother... signals) {
    Quarrel quarrel = quarrel(signals);
    assertEquals(1, quarrel.acts().size());
    return quarrel.acts().get(0);
  }

  private static String summary(Act act) {
    return "%s %s %s %s %s %s %d"
        .formatted(
            act.key().actor(),
            act.key().type(),
            act.key().target(),
            act.count(),
            act.domain(),
            act.reciprocal(),
            act.independentSources());
  }
}
