package io.riftwatch.ingest;

import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.schedule.PollConfig;
import io.riftwatch.ingest.schedule.PollSchedule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Gives the container the plain classes of the core. */
@Singleton
final class Composition {

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  FeedParser parser(InstantSource clock) {
    return new FeedParser(clock);
  }

  @Produces
  @Singleton
  PollSchedule schedule(InstantSource clock, PollConfig config) {
    return new PollSchedule(
        clock, new PollSchedule.Bounds(config.longestPause(), config.outagePause()));
  }
}
