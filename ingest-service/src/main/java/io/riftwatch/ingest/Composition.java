package io.riftwatch.ingest;

import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.parse.Limits;
import io.riftwatch.ingest.schedule.PollConfig;
import io.riftwatch.ingest.schedule.PollSchedule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Gives the container the plain classes of the core. */
@Singleton
final class Composition {

  /** Times are kept to the millisecond, which log, database and REST all hold. */
  @Produces
  @Singleton
  InstantSource clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  FeedParser parser(InstantSource clock, ParseConfig config) {
    return new FeedParser(
        clock, new Limits(config.maxDepth(), config.maxElements(), config.maxEntries()));
  }

  @Produces
  @Singleton
  PollSchedule schedule(InstantSource clock, PollConfig config) {
    return new PollSchedule(
        clock, new PollSchedule.Bounds(config.longestPause(), config.outagePause()));
  }
}
