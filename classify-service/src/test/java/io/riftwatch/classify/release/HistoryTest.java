package io.riftwatch.classify.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.classify.release.History.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private final List<Activation> activations = new ArrayList<>();
  private final Optional<String> builtIn = Optional.of("en-1");

  @Test
  void rollbacksGoBackStepByStepToTheBuiltInPackAndNoFurther() {
    take(history().toUploaded("en-2"));
    take(history().toUploaded("en-3"));
    take(history().toBuiltIn());

    assertEquals(Optional.of("en-3"), take(history().back()));
    assertEquals(Optional.of("en-2"), take(history().back()));
    assertEquals(Optional.of("en-1"), take(history().back()));
    assertEquals(Optional.empty(), take(history().back()));
  }

  @Test
  void anActivationAfterARollbackIsRolledBackToWhatWasInForceThen() {
    take(history().toUploaded("en-2"));
    take(history().toUploaded("en-3"));
    take(history().back());
    take(history().toUploaded("en-4"));

    assertEquals(Optional.of("en-2"), take(history().back()));
  }

  @Test
  void thePackInForceIsNotPutInForceAgain() {
    assertEquals(Optional.empty(), history().toBuiltIn());
    take(history().toUploaded("en-2"));

    assertEquals(Optional.empty(), history().toUploaded("en-2"));
    assertEquals(Optional.of("en-1"), take(history().toBuiltIn()));
    assertEquals(Optional.empty(), history().toBuiltIn());
  }

  @Test
  void aLanguageWithoutABuiltInPackHasNoneToGoBackToFromItsFirst() {
    History none = new History(List.of(), Optional.empty());
    assertEquals(Optional.empty(), none.toBuiltIn());
    take(none.toUploaded("xx-1"));

    assertEquals(Optional.empty(), new History(activations, Optional.empty()).back());
  }

  private History history() {
    return new History(activations, builtIn);
  }

  private Optional<String> take(Optional<Step> step) {
    step.ifPresent(
        to ->
            activations.add(
                0,
                new Activation(
                    activations.size() + 1,
                    "en",
                    to.version(),
                    to.builtIn(),
                    to.kind(),
                    to.previous(),
                    Instant.EPOCH)));
    return step.map(Step::version);
  }
}
