package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.ingest.fetch.FetchOutcome;
import java.net.URI;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PageOutcomeTest {

  private static final Instant LATER = Instant.parse("2025-09-18T10:00:00Z");

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(new FetchOutcome.HostBlocked("a.example", LATER), PageOutcome.PutOff.class),
        Arguments.of(new FetchOutcome.Throttled(LATER, 429), PageOutcome.FailedInPassing.class),
        Arguments.of(failed(OptionalInt.empty()), PageOutcome.FailedInPassing.class),
        Arguments.of(failed(OptionalInt.of(408)), PageOutcome.FailedInPassing.class),
        Arguments.of(failed(OptionalInt.of(500)), PageOutcome.FailedInPassing.class),
        Arguments.of(failed(OptionalInt.of(404)), PageOutcome.FailedForGood.class),
        Arguments.of(failed(OptionalInt.of(451)), PageOutcome.FailedForGood.class),
        Arguments.of(new FetchOutcome.Gone(), PageOutcome.FailedForGood.class),
        Arguments.of(
            new FetchOutcome.Disallowed(URI.create("https://a.example/1")),
            PageOutcome.FailedForGood.class));
  }

  private static FetchOutcome failed(OptionalInt status) {
    return new FetchOutcome.Failed("reason", status);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void aPageIsOwedWhereAskingLaterMayHelp(FetchOutcome answer, Class<?> outcome) {
    assertEquals(outcome, PageOutcome.without(answer).getClass());
  }
}
