package io.riftwatch.ingest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTest {

  private static final Instant NOW = Instant.parse("2025-09-18T10:00:00Z");
  private static final URI THERE = URI.create("https://there.example/feed");
  private static final URI ELSEWHERE = URI.create("https://elsewhere.example/feed");
  private static final Move.Proof PROOF = new Move.Proof(5, Duration.ofDays(2));

  @Test
  void eachAnswerFromTheSamePlaceConfirmsTheMove() {
    Optional<Move> first = Move.after(Optional.empty(), Optional.of(THERE), NOW);
    Optional<Move> second = Move.after(first, Optional.of(THERE), NOW.plusSeconds(60));

    assertEquals(Optional.of(new Move(THERE, NOW, 1)), first);
    assertEquals(Optional.of(new Move(THERE, NOW, 2)), second);
  }

  @Test
  void anAnswerFromElsewhereOrInPlaceBeginsAnew() {
    Optional<Move> known = Optional.of(new Move(THERE, NOW.minusSeconds(60), 4));

    assertEquals(
        Optional.of(new Move(ELSEWHERE, NOW, 1)), Move.after(known, Optional.of(ELSEWHERE), NOW));
    assertEquals(Optional.empty(), Move.after(known, Optional.empty(), NOW));
  }

  @ParameterizedTest
  @CsvSource({"4, PT240H, false", "5, PT47H59M, false", "5, PT48H, true", "600, PT1H, false"})
  void aMoveIsProvenByEnoughAnswersOverEnoughTime(int answers, Duration over, boolean proven) {
    assertEquals(proven, new Move(THERE, NOW.minus(over), answers).isProven(PROOF, NOW));
  }
}
