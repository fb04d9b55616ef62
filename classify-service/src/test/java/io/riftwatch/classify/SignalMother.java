package io.riftwatch.classify;

import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Source;
import io.riftwatch.classify.contract.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Makes signals for tests, all of one article. */
public final class SignalMother {

  private SignalMother() {}

  public static Signal signal(
      String id,
      SignalType type,
      String actor,
      String target,
      Status status,
      Integer count,
      String rule,
      double confidence) {
    return new Signal(
        id,
        type,
        actor,
        target,
        status,
        type.polarity(),
        count,
        null,
        null,
        null,
        confidence,
        rule,
        "en-1",
        List.of(),
        new Source(
            "a1",
            1,
            "example.org",
            URI.create("https://example.org/1"),
            "Mali",
            "en",
            Instant.EPOCH,
            Instant.EPOCH,
            "0123456789abcdef",
            "a1"),
        false,
        0);
  }
}
