package io.riftwatch.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SiteBoilerplateTest {

  private static final String NEWS = "Two attachés have been told to leave within two days.";
  private static final String IMPRINT =
      "The Post is owned by its readers; write to 12 Quay Street.";

  private static SiteBoilerplate of(String... lines) {
    return new SiteBoilerplate(SiteBoilerplate.hashes(String.join("\n", lines)));
  }

  @Test
  void aLineThatRecursIsTakenOutOfAText() {
    assertEquals(NEWS, of(IMPRINT).removedFrom(NEWS + "\n\n" + IMPRINT));
  }

  @Test
  void aLineRecursWhateverItsNumbersAndMarksAre() {
    SiteBoilerplate known = of("Read 1,204 comments on this story");

    assertEquals(NEWS, known.removedFrom("Read 88 comments on this story…\n" + NEWS));
  }

  @Test
  void aShortLineDoesNotRecur() {
    assertEquals(Set.of(), SiteBoilerplate.hashes("He said no.\n\n12:30"));
    assertEquals(NEWS + "\nHe said no.", of("He said no.").removedFrom(NEWS + "\nHe said no."));
  }

  @Test
  void aTextThatRecursAlmostWhollyStaysAsItIs() {
    String text = NEWS + "\n\n" + IMPRINT;

    assertEquals(text, of(NEWS, IMPRINT).removedFrom(text));
    assertEquals(text, of(NEWS, IMPRINT).removedFrom(text));
  }

  @Test
  void nothingIsTakenOutWhereNothingIsKnown() {
    assertEquals(NEWS, SiteBoilerplate.NONE.removedFrom(NEWS));
  }
}
