package io.riftwatch.alert.channel;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A message that shows an operator that a channel works. */
final class TrialAlert {

  /** Two codes that ISO 3166-1 leaves to users: nobody's quarrel. */
  private static final String NOBODY = "XXA-XXB";

  private TrialAlert() {}

  static Alert on(String channel, URI channels, Instant now) {
    return new Alert(
        "alr-test-" + UUID.randomUUID(),
        Kind.TEST,
        "inc-test",
        NOBODY,
        0,
        "Riftwatch test: channel " + channel + " works",
        "An operator asked for this message; nothing happened",
        List.of(),
        List.of(),
        List.of(),
        channels,
        now);
  }
}
