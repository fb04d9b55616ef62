package io.riftwatch.classify.coding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.rulepack.RulePacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One sentence, its measures: a table a language, {@code tables/<language>.tsv}. */
class TableTest {

  private static final Instant PUBLISHED = Instant.parse("2024-06-15T12:00:00Z");
  private static final RulePacks PACKS = RulePacks.load(Optional.empty());

  static Stream<Arguments> rows() {
    return PACKS.all().stream().flatMap(pack -> rows(pack.language()));
  }

  private static Stream<Arguments> rows(String language) {
    try (InputStream table = TableTest.class.getResourceAsStream("/tables/" + language + ".tsv")) {
      if (table == null) {
        return Stream.empty();
      }
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split("\t", 2))
              .map(row -> Arguments.of(language, row[0], row.length > 1 ? row[1] : ""))
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("rows")
  void aSentenceStatesItsMeasuresAndNoOther(String language, String sentence, String measures) {
    Coder coder = new Coder(PACKS.of(language).orElseThrow());

    List<Written> found = Written.of(coder.code(new Report("", sentence, PUBLISHED)));

    assertTrue(Written.same(Written.all(measures), found), () -> "found " + found);
  }
}
