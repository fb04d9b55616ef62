package io.riftwatch.ingest.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.ingest.wire.LabelledPairs.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireRulesTest {

  /** As the service runs when nothing is configured, which {@link WireIndexTest} holds. */
  static final WireRules RULES = new WireRules(30, 0.5, 0.65);

  /** As the index finds copies: by a band they share, then by their likeness. */
  private static boolean areFound(String a, String b) {
    Sketch one = RULES.sketch("A title", a);
    Sketch other = RULES.sketch("Another title", b);
    return !Collections.disjoint(List.of(one.bands()), List.of(other.bands()))
        && RULES.areCopies(one.likeness(other));
  }

  @ParameterizedTest(name = "{0}: precision {1}, recall {2} at least")
  @CsvSource({"chosen-on.yaml, 1.0, 1.0", "held-back.yaml, 0.98, 0.94"})
  void labelledPairsAreJoinedAndKeptApart(String file, double precision, double recall) {
    List<Pair> pairs = LabelledPairs.read(file);
    List<Pair> found = pairs.stream().filter(pair -> areFound(pair.a(), pair.b())).toList();
    List<Pair> copies = pairs.stream().filter(Pair::isCopy).toList();
    double right = found.stream().filter(Pair::isCopy).count();

    String wrong =
        pairs.stream()
            .filter(pair -> pair.isCopy() != found.contains(pair))
            .map(Pair::name)
            .collect(Collectors.joining(", "));

    assertTrue(copies.size() >= 20 && pairs.size() >= 40, "too few pairs");
    assertTrue(right / found.size() >= precision, "precision " + right / found.size() + wrong);
    assertTrue(right / copies.size() >= recall, "recall " + right / copies.size() + wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chosen-on.yaml", "held-back.yaml"})
  void noTextOfASetCopiesAnother(String file) {
    Map<String, String> texts = new TreeMap<>(LabelledPairs.texts(file));
    List<String> joined = new ArrayList<>();
    texts.forEach(
        (a, text) ->
            texts.forEach(
                (b, other) -> {
                  if (a.compareTo(b) < 0 && areFound(text, other)) {
                    joined.add(a + " and " + b);
                  }
                }));

    assertEquals(List.of(), joined);
  }

  @Test
  void theEstimateOfALongTextIsCloseToTheTruth() {
    String whole = words("a", 2000);
    Sketch sketch = RULES.sketch("", whole);

    for (int share : new int[] {200, 600, 1200}) {
      String mixed = words("a", share) + " " + words("b", 2000 - share);
      double containment = sketch.likeness(RULES.sketch("", mixed)).containment();
      assertEquals(share / 2000.0, containment, 0.12);
    }
    assertEquals(1, sketch.likeness(RULES.sketch("", words("a", 300))).containment(), 0.01);
  }

  @Property
  void aLikenessIsAShareAndATextIsLikeItself(
      @ForAll @StringLength(max = 400) String a, @ForAll @StringLength(max = 400) String b) {
    Sketch one = Sketch.of("", a, 1);
    Likeness likeness = one.likeness(Sketch.of("", b, 1));

    assertTrue(likeness.containment() >= 0 && likeness.containment() <= 1, likeness.toString());
    assertTrue(likeness.figureShare() >= 0 && likeness.figureShare() <= 1, likeness.toString());
    assertEquals(likeness, Sketch.of("", b, 1).likeness(one));
    assertTrue(one.isEmpty() || one.likeness(one).containment() == 1, a);
  }

  @Test
  void aLikenessIsTheSameBothWaysRound() {
    Sketch one = RULES.sketch("", words("a", 400));
    Sketch other = RULES.sketch("", words("a", 90) + " " + words("b", 60));

    assertEquals(one.likeness(other), other.likeness(one));
  }

  @Test
  void aSketchIsWhatWasStored() {
    Sketch sketch = RULES.sketch("", words("a", 400) + " 1 2 3");

    Sketch stored = Sketch.of(sketch.hashes(), sketch.figures());

    assertEquals(Sketch.SIZE, sketch.hashes().length);
    assertEquals(Sketch.BANDS, sketch.bands().length);
    assertEquals(3, sketch.figures().length);
    assertEquals(sketch.likeness(sketch), stored.likeness(sketch));
    assertEquals(List.of(sketch.hashes()), Stream.of(sketch.hashes()).sorted().toList());
  }

  @Test
  void aSketchIsTheSameInEveryVersion() {
    Sketch sketch = RULES.sketch("Five out", "");

    assertTrue(sketch.isEmpty());
    assertEquals(Set.of(2050125475), Set.of(RULES.sketch("One, two: THREE", "four five!").bands()));
  }

  @ParameterizedTest
  @CsvSource({
    "One two three four five, One two three four five, true",
    "One two three four five, 'One, two: Thrée – four FIVE', true",
    "One two three four five, One two three four six, false",
    "One two three four, One two three four, false"
  })
  void titlesAloneAreCopiesWhereTheyAreEqual(String a, String b, boolean areCopies) {
    Sketch one = RULES.sketch(a, "");
    Sketch other = RULES.sketch(b, "");

    assertEquals(areCopies, RULES.areCopies(one.likeness(other)));
  }

  private static String words(String word, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> word + Integer.toString(i, 36))
        .collect(Collectors.joining(" "));
  }
}
