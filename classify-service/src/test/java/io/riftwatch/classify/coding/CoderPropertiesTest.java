package io.riftwatch.classify.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.rulepack.RulePacks;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever the states and whatever stands around. */
class CoderPropertiesTest {

  private static final Instant PUBLISHED = Instant.parse("2024-06-15T12:00:00Z");
  private static final Coder CODER =
      new Coder(RulePacks.load(Optional.empty()).of("en").orElseThrow());

  record State(String code, String name, String adjective) {}

  @Provide
  Arbitrary<State> states() {
    return Arbitraries.of(
        new State("FRA", "France", "French"),
        new State("MLI", "Mali", "Malian"),
        new State("RUS", "Russia", "Russian"),
        new State("JPN", "Japan", "Japanese"),
        new State("BRA", "Brazil", "Brazilian"),
        new State("DZA", "Algeria", "Algerian"),
        new State("KEN", "Kenya", "Kenyan"));
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of(
        "%1$s expelled three %4$s diplomats.",
        "Three %4$s diplomats were expelled by %1$s.",
        "%1$s recalled its ambassador to %3$s.",
        "%1$s severed diplomatic relations with %3$s.",
        "%1$s suspended military cooperation with %3$s.",
        "The %4$s ambassador was summoned by %1$s.",
        "%1$s closed its border with %3$s.");
  }

  @Provide
  Arbitrary<String> ordinary() {
    return Arbitraries.of(
            "The weather stayed fine.",
            "Prices rose a little in May.",
            "Nobody was hurt.",
            "The concert began at eight.",
            "A new bridge opened to traffic.")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(list -> String.join(" ", list) + " ");
  }

  @Property(tries = 200)
  void swappingTwoStatesSwapsActorAndTarget(
      @ForAll("states") State a, @ForAll("states") State b, @ForAll("sentences") String sentence) {
    Assume.that(!a.equals(b));

    Coding forth = only(write(sentence, a, b));
    Coding back = only(write(sentence, b, a));

    assertEquals(Optional.of(a.code()), forth.actor());
    assertEquals(Optional.of(b.code()), forth.target());
    assertEquals(forth.actor(), back.target());
    assertEquals(forth.target(), back.actor());
    assertEquals(forth.type(), back.type());
  }

  @Property(tries = 200)
  void sentencesPutInFrontShiftTheSpansAndNothingElse(
      @ForAll("states") State a,
      @ForAll("states") State b,
      @ForAll("sentences") String sentence,
      @ForAll("ordinary") String before) {
    Assume.that(!a.equals(b));
    String text = write(sentence, a, b);

    Coding plain = only(text);
    Coding shifted = only(before + text);

    assertEquals(plain.actor(), shifted.actor());
    assertEquals(plain.target(), shifted.target());
    assertEquals(plain.status(), shifted.status());
    List<Evidence> moved =
        plain.evidence().stream()
            .map(
                e ->
                    new Evidence(
                        e.field(),
                        e.start() + before.length(),
                        e.end() + before.length(),
                        e.quote(),
                        e.role()))
            .toList();
    assertEquals(moved, shifted.evidence());
  }

  @Property(tries = 100)
  void aHeadlineInCapitalsSaysTheSame(
      @ForAll("states") State a, @ForAll("states") State b, @ForAll("sentences") String sentence) {
    Assume.that(!a.equals(b));
    String text = write(sentence, a, b);

    Coding plain = only(text);
    Coding shouted = only(text.toUpperCase(Locale.ROOT));

    assertEquals(plain.type(), shouted.type());
    assertEquals(plain.actor(), shouted.actor());
    assertEquals(plain.target(), shouted.target());
  }

  @Property(tries = 300)
  void noTextAtAllBringsTheCoderDown(@ForAll String title, @ForAll String text) {
    Report report = new Report(title, text, PUBLISHED);

    assertEquals(CODER.code(report), CODER.code(report));
  }

  private static String write(String sentence, State a, State b) {
    return String.format(sentence, a.name(), a.adjective(), b.name(), b.adjective());
  }

  private static Coding only(String text) {
    List<Coding> codings = CODER.code(new Report("", text, PUBLISHED));
    assertEquals(1, codings.size(), () -> text + " gave " + codings);
    return codings.get(0);
  }
}
