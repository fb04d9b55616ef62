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

/** The rupture between France and Mali of September 2025, told by one French article. */
class FrenchModelCaseTest {

  private static final Instant PUBLISHED = Instant.parse("2025-09-20T12:00:00Z");
  private static final String TITLE = "Mali-France : escalade diplomatique";
  private static final String TEXT =
      """
      BAMAKO/PARIS - Le Mali a déclaré personae non gratae cinq membres du personnel de l'ambassade de France à Bamako, ont annoncé les autorités maliennes.

      En réponse, la France a suspendu sa coopération antiterroriste avec le Mali et expulsé deux diplomates maliens, a indiqué vendredi le Quai d'Orsay.

      A la mi-août, un agent de l'ambassade de France avait été arrêté à Bamako, accusé de tentative de déstabilisation.
      """;
  private static final String BANNER =
      """

      Votre vie privée compte. Avec votre consentement, nos partenaires et nous déposons des cookies sur votre appareil. \
      Vous pouvez retirer votre accord à tout moment ou suspendre les cookies de mesure d'audience.
      """;

  private final Coder coder = new Coder(RulePacks.load(Optional.empty()).of("fr").orElseThrow());

  @Test
  void itComesOutWholeWithABannerOfTwoThousandCharactersBehindIt() {
    String banner = BANNER.repeat(2000 / BANNER.length() + 1);

    List<Coding> codings = coder.code(new Report(TITLE, TEXT + banner, PUBLISHED));

    List<Written> expected =
        Written.all(
            "EXPULSION MLI>FRA ACTUAL 5; EXPULSION FRA>MLI ACTUAL 2;"
                + " COOPERATION_SUSPENSION FRA>MLI ACTUAL; DETENTION MLI>FRA HISTORICAL");
    List<Written> found = Written.of(codings);
    assertTrue(Written.same(expected, found), found.toString());
    assertEquals(
        Optional.of(Domain.COUNTER_TERRORISM),
        codings.stream()
            .filter(c -> c.type() == SignalType.COOPERATION_SUSPENSION)
            .findFirst()
            .orElseThrow()
            .domain());
  }

  @Test
  void accentsTellAPrepositionFromAVerbAndAnArticleFromATime() {
    List<Coding> codings =
        coder.code(
            new Report(
                "Actualité", "Les États-Unis ont imposé des sanctions à la Russie.", PUBLISHED));

    assertEquals(Written.all("SANCTIONS USA>RUS ACTUAL"), Written.of(codings));
  }
}
