package io.riftwatch.alert.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.contract.Evidence.Field;
import io.riftwatch.classify.contract.Evidence.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteTest {

  private static final String TEXT = "France on Friday expelled two Malian diplomats.";

  @Test
  void spansStandInReadingOrderAndGapsAreMarked() {
    assertEquals(
        "France … expelled two … diplomats",
        Quote.of(
            List.of(
                span("diplomats", Role.TARGET),
                span("expelled", Role.TRIGGER),
                span("two", Role.COUNT),
                span("France", Role.ACTOR))));
  }

  @Test
  void aSpanWithinAnotherIsNotRepeated() {
    assertEquals(
        "expelled two Malian diplomats",
        Quote.of(
            List.of(span("expelled two Malian diplomats", Role.TRIGGER), span("two", Role.COUNT))));
  }

  @Test
  void wordsOfTheOtherFieldAreLeftOut() {
    Evidence title = new Evidence(Field.title, 0, 5, "Paris", Role.ACTOR);

    assertEquals("expelled", Quote.of(List.of(title, span("expelled", Role.TRIGGER))));
  }

  @Test
  void aWholeSentenceIsQuotedInPlaceOfItsSpans() {
    List<Evidence> evidence =
        List.of(
            span("expelled", Role.TRIGGER),
            new Evidence(
                Evidence.Field.text, 0, 29, "France expelled two Malians. ", Role.SENTENCE));

    assertEquals("France expelled two Malians.", Quote.of(evidence));
  }

  @Test
  void withoutEvidenceThereIsNothingToQuote() {
    assertEquals("", Quote.of(List.of()));
  }

  private static Evidence span(String words, Role role) {
    int start = TEXT.indexOf(words);
    return new Evidence(Field.text, start, start + words.length(), words, role);
  }
}
