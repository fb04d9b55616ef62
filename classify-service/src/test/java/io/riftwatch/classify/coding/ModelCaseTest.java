package io.riftwatch.classify.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.rulepack.RulePacks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The France-Mali rupture of September 2025, with a consent banner behind the text. */
class ModelCaseTest {

  private static final String TITLE =
      "France suspends counter-terrorism cooperation with Mali and expels two diplomats";
  private static final String TEXT =
      """
      PARIS - France has suspended its counter-terrorism cooperation with Mali and is expelling \
      two Malian diplomats, the foreign ministry said on Friday. They have 48 hours to leave the \
      country.

      The day before, Mali had declared five members of the French embassy personae non gratae. \
      They left Bamako on Sunday, a diplomatic source said.

      In August, Malian security services arrested Yann V., a French embassy employee whom the \
      junta accuses of a plot to destabilise the state. Paris rejects the accusation as unfounded \
      and says he was notified as a member of the embassy.
      """;
  private static final String BANNER_LINE =
      "We and our partners store cookies to suspend, withdraw or refuse personalised content; "
          + "your consent to the French edition may be withdrawn at any time. ";
  private static final Instant PUBLISHED = Instant.parse("2025-09-19T16:00:00Z");
  private static final List<Written> EXPECTED =
      Written.all(
          "COOPERATION_SUSPENSION FRA>MLI ACTUAL; EXPULSION FRA>MLI ACTUAL 2;"
              + " EXPULSION MLI>FRA ACTUAL 5; DETENTION MLI>FRA HISTORICAL");

  private final Coder coder = new Coder(RulePacks.load(Optional.empty()).of("en").orElseThrow());

  @Test
  void theModelCaseComesOutWhole() {
    List<Coding> codings = coder.code(new Report(TITLE, TEXT, PUBLISHED));

    List<Written> found = Written.of(codings);
    assertTrue(Written.same(EXPECTED, found), () -> "found " + found);
    assertEquals(
        Optional.of(Domain.COUNTER_TERRORISM),
        codings.stream()
            .filter(c -> c.type() == SignalType.COOPERATION_SUSPENSION)
            .findFirst()
            .orElseThrow()
            .domain());
  }

  @Test
  void aConsentBannerOfTwoThousandCharactersChangesNothing() {
    String banner = BANNER_LINE.repeat(2000 / BANNER_LINE.length() + 1);

    List<Coding> without = coder.code(new Report(TITLE, TEXT, PUBLISHED));
    List<Coding> with = coder.code(new Report(TITLE, TEXT + "\n\n" + banner, PUBLISHED));

    assertEquals(without, with);
  }

  @Test
  void theSpansPointAtTheWordsTheyQuote() {
    for (Coding coding : coder.code(new Report(TITLE, TEXT, PUBLISHED))) {
      coding
          .evidence()
          .forEach(
              e -> {
                String content =
                    switch (e.field()) {
                      case title -> TITLE;
                      case text -> TEXT;
                    };
                assertEquals(e.quote(), content.substring(e.start(), e.end()));
              });
    }
  }
}
