package io.riftwatch.classify.coding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.rulepack.RulePacks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One French sentence a row: active, passive, fronted, nominal, denied, threatened and past. */
class FrenchTableTest {

  private static final Instant PUBLISHED = Instant.parse("2025-09-20T12:00:00Z");

  private final Coder coder = new Coder(RulePacks.load(Optional.empty()).of("fr").orElseThrow());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deux diplomates maliens ont été expulsés par la France.|EXPULSION FRA>MLI ACTUAL 2
          Cinq agents de l'ambassade de France ont été déclarés persona non grata par Bamako.|EXPULSION MLI>FRA ACTUAL 5
          L'expulsion par Moscou de dix diplomates tchèques a surpris Prague.|EXPULSION RUS>CZE ACTUAL 10
          La Russie menace d'expulser des diplomates français.|EXPULSION RUS>FRA THREATENED
          La Russie a décidé d'expulser des diplomates français.|EXPULSION RUS>FRA ACTUAL
          La France a ordonné à deux diplomates maliens de quitter son territoire.|EXPULSION FRA>MLI ACTUAL 2
          Washington dément vouloir fermer son ambassade à Moscou.|EMBASSY_CLOSURE USA>RUS DENIED
          L'ambassadeur de France à Alger a été convoqué mercredi.|SUMMONS DZA>FRA ACTUAL
          Sommé par Bamako de retirer le contingent déployé au Mali, le Danemark rapatriera ses soldats.|TROOP_EXPULSION MLI>DNK ACTUAL
          Le Niger a exigé le départ des troupes françaises.|TROOP_EXPULSION NER>FRA ACTUAL
          Le Quai d'Orsay a mis fin vendredi à la coopération antiterroriste entre la France et le Mali.|COOPERATION_SUSPENSION FRA>MLI ACTUAL
          Le Mali a arrêté à la mi-août un agent de l'ambassade de France.|DETENTION MLI>FRA HISTORICAL
          Le ciel algérien se ferme aux avions marocains|BORDER_CLOSURE DZA>MAR ACTUAL
          Le Maroc a rompu ses relations diplomatiques avec l'Iran.|SEVERANCE MAR>IRN ACTUAL
          L'Arabie saoudite rouvre son ambassade à Damas.|NORMALISATION SAU>SYR ACTUAL
          L'attaquant malien a été expulsé à la mi-temps par l'arbitre français.|''
          L'ambassadrice de la marque a été rappelée par le fabricant parisien.|''
          Le grand pont entre l'Espagne et le Portugal sera fermé aux voitures.|''
          """)
  void aSentenceSays(String sentence, String expected) {
    List<Written> found = Written.of(coder.code(new Report("Actualité", sentence, PUBLISHED)));

    assertTrue(Written.same(Written.all(expected), found), found.toString());
  }
}
