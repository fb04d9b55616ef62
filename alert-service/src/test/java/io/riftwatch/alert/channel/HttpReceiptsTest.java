package io.riftwatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.alert.channel.Receipt.Outcome;
import io.riftwatch.alert.channel.Receipt.Retry;
import io.riftwatch.runtime.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpReceiptsTest {

  private static final Instant NOW = Instant.parse("2025-09-18T10:00:00Z");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "200, ACCEPTED",
    "202, ACCEPTED",
    "204, ACCEPTED",
    "301, REFUSED",
    "308, REFUSED",
    "400, REFUSED",
    "401, REFUSED",
    "403, REFUSED",
    "404, REFUSED",
    "410, REFUSED",
    "408, RETRY",
    "425, RETRY",
    "429, RETRY",
    "500, RETRY",
    "502, RETRY",
    "503, RETRY",
    "504, RETRY"
  })
  void theStatusDecides(int status, Outcome expected) {
    Receipt receipt = HttpReceipts.of(answer(status, Map.of(), ""), NOW);

    assertEquals(expected, receipt.outcome());
    assertEquals(Optional.of(status), receipt.status());
  }

  @Test
  void aBusyReceiverSaysWhenToComeBack() {
    Receipt receipt =
        HttpReceipts.of(answer(429, Map.of("retry-after", List.of("30")), "busy"), NOW);

    assertEquals(new Retry(Optional.of(429), Optional.of(Duration.ofSeconds(30)), "busy"), receipt);
  }

  @Test
  void aRedirectIsNotFollowedButTold() {
    Receipt receipt =
        HttpReceipts.of(
            answer(301, Map.of("Location", List.of("https://b.example/hook")), ""), NOW);

    assertTrue(receipt.note().contains("https://b.example/hook"), receipt.note());
  }

  @Test
  void ofALongAnswerAnExcerptIsKept() {
    Receipt receipt = HttpReceipts.of(answer(400, Map.of(), "x".repeat(5000)), NOW);

    assertEquals(301, receipt.note().length());
  }

  private static HttpAnswer answer(int status, Map<String, List<String>> headers, String body) {
    return new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
