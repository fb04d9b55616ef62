package io.riftwatch.ingest;

import io.riftwatch.ingest.article.ExtractConfig;
import io.riftwatch.ingest.extract.PageLimits;
import io.riftwatch.ingest.extract.PageReader;
import io.riftwatch.ingest.fetch.FetchConfig;
import io.riftwatch.ingest.fetch.Throttling;
import io.riftwatch.ingest.language.Languages;
import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.parse.Limits;
import io.riftwatch.ingest.schedule.Pace;
import io.riftwatch.ingest.schedule.PollConfig;
import io.riftwatch.ingest.schedule.PollSchedule;
import io.riftwatch.ingest.websub.LeaseSchedule;
import io.riftwatch.ingest.websub.WebsubConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;

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
        clock,
        new Limits(
            config.maxDepth(), config.maxElements(), config.maxAttributes(), config.maxEntries()));
  }

  @Produces
  @Singleton
  Languages languages() {
    return new Languages();
  }

  @Produces
  @Singleton
  PageReader pageReader(ExtractConfig config) {
    return new PageReader(new PageLimits(config.maxCharacters(), config.maxNodes()));
  }

  @Produces
  @Singleton
  PollSchedule schedule(InstantSource clock, PollConfig config) {
    return new PollSchedule(
        clock, new PollSchedule.Bounds(config.longestPause(), config.outagePause()));
  }

  @Produces
  @Singleton
  LeaseSchedule leases(InstantSource clock, WebsubConfig config) {
    return new LeaseSchedule(
        clock,
        new LeaseSchedule.Bounds(
            config.lease(),
            config.renewAfterPercent(),
            config.verificationWait(),
            config.retryPause(),
            config.longestPause()));
  }

  @Produces
  @Singleton
  Pace pace(InstantSource clock, PollConfig config) {
    return new Pace(
        clock,
        new Random(),
        new Pace.Bounds(
            config.interval(),
            config.shortestInterval(),
            config.longestInterval(),
            config.pollsPerNews(),
            config.hintStretch(),
            config.jitter()));
  }

  @Produces
  @Singleton
  Throttling throttling(InstantSource clock, FetchConfig config) {
    return new Throttling(
        clock,
        new Throttling.Bounds(
            config.throttlePause(), config.longestThrottlePause(), config.longestRetryAfter()));
  }
}
