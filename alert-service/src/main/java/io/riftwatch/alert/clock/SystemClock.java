package io.riftwatch.alert.clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** The machine's clock, for whoever asks for the time. */
final class SystemClock {

  @Produces
  @Singleton
  InstantSource clock() {
    return Clock.systemUTC();
  }
}
