package io.riftwatch.ingest.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgenciesTest {

  private static final String BODY =
      "A sentence of the report that names nobody in particular. ".repeat(8);

  private static String credited(String author, String text) {
    return Agencies.credited(Optional.of(author).filter(a -> !a.isEmpty()), text).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "AFP, 'BAMAKO, Sept 18 (AFP) - '",
    "AFP, 'Bamako (AFP) – '",
    "Reuters, 'BAMAKO (Reuters) - '",
    "AP, 'BAMAKO, Mali (AP) — '",
    "dpa, 'Berlin (dpa) - '",
    "dpa, 'Berlin (dpa/AFP) - '",
    "TASS, 'МОСКВА, 18 сентября. /ТАСС/. '",
    "Xinhua, '新华社巴马科9月18日电 '",
    "EFE, 'Madrid, 18 sep (EFE).- '",
    "ANSA, '(ANSA) - ROMA, 18 SET - '",
    "Anadolu, 'ANKARA (AA) - '",
    "AFP, 'باماكو (أ ف ب) - '"
  })
  void aDatelineCreditsItsAgency(String agency, String dateline) {
    assertEquals(agency, credited("", dateline + BODY));
  }

  @ParameterizedTest
  @CsvSource({
    "AFP, '© AFP'",
    "AFP, '© 2025 AFP'",
    "Lusa, 'LUSA'",
    "Reuters, '(Reporting by A. Maher for Reuters)'",
    "ANSA, 'RIPRODUZIONE RISERVATA © Copyright ANSA'"
  })
  void aSourceLineCreditsItsAgency(String agency, String line) {
    assertEquals(agency, credited("", BODY + "\n\n" + line));
  }

  @ParameterizedTest
  @CsvSource({"AFP, Le Monde avec AFP", "Reuters, Reuters", "dpa, 'dpa, Redaktion'", "Xinhua, 新华社"})
  void anAuthorIsCredited(String agency, String author) {
    assertEquals(agency, credited(author, BODY));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'A spokesman told Reuters that talks went on. '",
    "'', 'The AP reported on Monday that talks went on. '",
    "'', 'Grenzverkehr (A 8) gesperrt. '",
    "Jane Doe, 'Apples and APPLAUSE. '"
  })
  void anAgencyThatIsOnlyQuotedIsNotCredited(String author, String text) {
    assertEquals("", credited(author, text + BODY));
  }

  @ParameterizedTest
  @CsvSource({"''", "x"})
  void anArticleWithoutCreditHasNone(String text) {
    assertEquals("", credited("", text));
  }
}
