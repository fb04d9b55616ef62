package io.riftwatch.alert.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

  private final Wording wording = Wording.english();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MLI | EXPULSION | FRA | 5 | | Mali expels 5 French diplomats",
        "FRA | EXPULSION | MLI | 1 | | France expels 1 Malian diplomat",
        "FRA | EXPULSION | MLI | | | France expels Malian diplomats",
        "FRA | COOPERATION_SUSPENSION | MLI | | COUNTER_TERRORISM | France suspends counter-terrorism cooperation with Mali",
        "FRA | COOPERATION_SUSPENSION | MLI | | OTHER | France suspends cooperation with Mali",
        "RUS | SEVERANCE | USA | | | Russia cuts diplomatic relations with the United States",
        "MLI | TREATY_WITHDRAWAL | ECW | | | Mali withdraws from ECOWAS",
        "USA | EXPULSION | RUS | 12 | | United States expels 12 Russian diplomats",
        "EUE | SANCTIONS | COD | | | European Union imposes sanctions on DR Congo",
        "CIV | RECALL | GBR | | | Ivory Coast recalls its ambassador from the United Kingdom",
        "XQZ | SUMMONS | FRA | | | XQZ summons the French ambassador"
      })
  void aMeasureIsASentence(
      String actor, SignalType type, String target, Integer count, Domain domain, String expected) {
    assertEquals(expected, wording.sentence(measure(actor, type, target, count, domain)));
  }

  @Test
  void inAListItIsALine() {
    assertEquals(
        "Mali → France: 5 diplomats expelled",
        wording.line(measure("MLI", SignalType.EXPULSION, "FRA", 5, null)));
  }

  @Test
  void aReversalSaysWhatIsTakenBack() {
    assertEquals(
        "France takes back its measure against Mali: military cooperation suspended",
        wording.reversal(
            measure("FRA", SignalType.COOPERATION_SUSPENSION, "MLI", null, Domain.MILITARY)));
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasItsWordsAndLeavesNoHole(SignalType type) {
    for (Integer count : new Integer[] {null, 1, 3}) {
      Measure measure = measure("MLI", type, "FRA", count, null);

      assertFalse(wording.sentence(measure).matches(".*([{}]|null).*"), wording.sentence(measure));
      assertFalse(wording.done(measure).matches(".*([{}]|null).*"), wording.done(measure));
    }
    assertFalse(wording.kind(type).matches(".*[{}].*"), wording.kind(type));
  }

  @Test
  void aPairIsNamedInFull() {
    assertEquals("France – Mali", wording.states().pair("FRA-MLI"));
  }

  private static Measure measure(
      String actor, SignalType type, String target, Integer count, Domain domain) {
    return new Measure(
        "mea-1",
        type,
        actor,
        target,
        Status.ACTUAL,
        count,
        domain,
        LocalDate.parse("2025-09-18"),
        null,
        false,
        1,
        List.of());
  }
}
