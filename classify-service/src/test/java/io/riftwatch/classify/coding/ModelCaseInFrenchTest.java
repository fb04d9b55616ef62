package io.riftwatch.classify.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.rulepack.RulePacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The France-Mali rupture of September 2025 as a wire and a reporter tell it in French. */
class ModelCaseInFrenchTest {

  private static final Instant PUBLISHED = Instant.parse("2025-09-19T16:00:00Z");
  private static final List<Written> EXPECTED =
      Written.all(
          "EXPULSION MLI>FRA ACTUAL 5; COOPERATION_SUSPENSION FRA>MLI ACTUAL;"
              + " EXPULSION FRA>MLI ACTUAL 2; DETENTION MLI>FRA HISTORICAL");

  private final Coder coder = new Coder(RulePacks.load(Optional.empty()).of("fr").orElseThrow());

  @ParameterizedTest
  @ValueSource(strings = {"fr-agence", "fr-recit"})
  void theModelCaseComesOutWhole(String name) {
    List<Coding> codings = coder.code(report(name, ""));

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

  @ParameterizedTest
  @ValueSource(strings = {"fr-agence", "fr-recit"})
  void aConsentBannerBehindTheTextChangesNothing(String name) {
    List<Coding> without = coder.code(report(name, ""));
    List<Coding> with = coder.code(report(name, "\n\n" + file("fr-consent")));

    assertEquals(without, with);
  }

  /** The first line of a file is its title. */
  private static Report report(String name, String behind) {
    String[] parts = file(name).split("\n", 2);
    return new Report(parts[0], parts[1] + behind, PUBLISHED);
  }

  private static String file(String name) {
    String path = "/modelcase/" + name + ".txt";
    try (InputStream in = ModelCaseInFrenchTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
