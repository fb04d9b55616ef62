package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.article.ArticleIntake;
import io.riftwatch.ingest.article.ArticleIntake.Taken;
import io.riftwatch.ingest.article.Source;
import io.riftwatch.ingest.fetch.FetchOutcome;
import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.FetchOutcome.Gone;
import io.riftwatch.ingest.fetch.FetchOutcome.HostBlocked;
import io.riftwatch.ingest.fetch.FetchOutcome.NotModified;
import io.riftwatch.ingest.fetch.FetchOutcome.Throttled;
import io.riftwatch.ingest.fetch.Fetcher;
import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.parse.Entry;
import io.riftwatch.ingest.parse.FeedBody;
import io.riftwatch.ingest.parse.FeedDocument;
import io.riftwatch.ingest.parse.FeedReading;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import io.riftwatch.ingest.schedule.PollReport.Outcome;
import io.riftwatch.ingest.schedule.PollSchedule.Learnt;
import io.riftwatch.runtime.http.HttpAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Polls one feed: fetches, parses, takes in what is new, and says where the feed stands then. */
@ApplicationScoped
class Poll {

  /**
   * A finished poll.
   *
   * @param next where the feed stands now
   * @param warning what an operator should look at although the feed is read
   */
  record Finished(PollState next, PollReport report, Optional<String> warning) {

    Finished(PollState next, PollReport report) {
      this(next, report, Optional.empty());
    }

    Finished with(PollState other) {
      return new Finished(other, report, warning);
    }

    Finished withWarning(String other) {
      return new Finished(next, report, Optional.of(other));
    }
  }

  private static final int OK = 200;

  private final Fetcher fetcher;
  private final Parsing parsing;
  private final ArticleIntake intake;
  private final PollSchedule schedule;
  private final Pace pace;
  private final Hubs hubs;
  private final InFlight inFlight;
  private final InstantSource clock;

  Poll(
      Fetcher fetcher,
      Parsing parsing,
      ArticleIntake intake,
      PollSchedule schedule,
      Pace pace,
      Hubs hubs,
      InFlight inFlight,
      InstantSource clock) {
    this.fetcher = fetcher;
    this.parsing = parsing;
    this.intake = intake;
    this.schedule = schedule;
    this.pace = pace;
    this.hubs = hubs;
    this.inFlight = inFlight;
    this.clock = clock;
  }

  /** Polls the feed; whatever goes wrong is part of the answer. */
  Uni<Finished> of(ClaimedFeed feed) {
    return fetcher
        .fetch(feed.url(), feed.state().validators())
        .chain(outcome -> judge(feed, outcome));
  }

  private Uni<Finished> judge(ClaimedFeed feed, FetchOutcome outcome) {
    if (outcome instanceof Fetched fetched) {
      FeedBody body = FeedBody.of(fetched.body(), fetched.url(), fetched.answer()::header);
      return inFlight.holding(
          fetched.body().length,
          parsing.of(body).chain(reading -> judge(feed, fetched, reading)),
          () -> crowdedOut(feed, fetched.body().length));
    }
    return Uni.createFrom().item(withoutBody(feed, outcome));
  }

  private Finished withoutBody(ClaimedFeed feed, FetchOutcome outcome) {
    PollState before = feed.state();
    if (outcome instanceof NotModified unchanged) {
      return finished(Outcome.NOT_MODIFIED, unchanged(feed, unchanged));
    }
    if (outcome instanceof Gone) {
      return finished(Outcome.GONE, schedule.onGone(before));
    }
    if (outcome instanceof Throttled throttled) {
      return finished(
          Outcome.THROTTLED,
          schedule.onThrottled(before, plainPause(feed), throttled.until(), throttled.status()));
    }
    if (outcome instanceof HostBlocked blocked) {
      PollState next = schedule.onHostBlocked(before, blocked.until());
      String why = blocked.host() + " asked to be left alone until " + blocked.until();
      return new Finished(next, report(Outcome.THROTTLED, why, next));
    }
    Failed failed = (Failed) outcome;
    return finished(
        Outcome.FAILED,
        schedule.onFailed(before, plainPause(feed), failed.reason(), failed.status()));
  }

  private PollState unchanged(ClaimedFeed feed, NotModified unchanged) {
    PollState before = feed.state();
    Rhythm rhythm = before.rhythm().withoutNews(clock.instant());
    Learnt learnt =
        new Learnt(
            unchanged.validators(before.validators()), rhythm, before.hints(), unchanged.movedTo());
    Duration rest = hubs.rest(feed, pause(feed, learnt, unchanged.answer()));
    return schedule.onNotModified(before, rest, learnt);
  }

  /** The pause after a poll that went well. */
  private Duration pause(ClaimedFeed feed, Learnt learnt, HttpAnswer answer) {
    Duration freshness = Freshness.of(answer, clock.instant());
    return pace.pause(feed.ownInterval(), learnt.rhythm(), learnt.hints().withFreshness(freshness));
  }

  /** The pause that failures in a row double. */
  Duration plainPause(ClaimedFeed feed) {
    return pace.plainPause(feed.ownInterval(), feed.state().rhythm());
  }

  private Uni<Finished> judge(ClaimedFeed feed, Fetched fetched, FeedReading reading) {
    if (reading instanceof Unreadable unreadable) {
      PollState next =
          schedule.onFailed(
              feed.state(), plainPause(feed), unreadable.message(), OptionalInt.of(OK));
      return Uni.createFrom().item(finished(Outcome.UNREADABLE, next));
    }
    FeedDocument document = ((Readable) reading).feed();
    Source source = Source.of(feed.id().toString(), feed.url(), feed.said(), document);
    return intake
        .take(source, document.entries())
        .call(taken -> hubs.heed(feed, fetched, document, taken))
        .map(taken -> read(feed, fetched, document, taken))
        .onFailure()
        .recoverWithItem(e -> interrupted(feed, e));
  }

  /** A feed whose entries owe their pages is read again whether or not it changed. */
  private Finished read(ClaimedFeed feed, Fetched fetched, FeedDocument document, Taken taken) {
    Validators validators =
        taken.owed() == 0 && document.isWhole() ? fetched.validators() : Validators.NONE;
    Learnt learnt =
        new Learnt(
            validators,
            rhythm(feed, document, taken),
            Hints.of(document.hints()),
            fetched.movedTo());
    Duration pause = pause(feed, learnt, fetched.answer());
    PollState next =
        schedule.onFetched(feed.state(), isNothing(taken) ? hubs.rest(feed, pause) : pause, learnt);
    return new Finished(
        next,
        new PollReport(
            Outcome.READ,
            document.entries().size(),
            taken.fresh(),
            taken.revised(),
            null,
            document.warnings(),
            next.nextPollAt()));
  }

  private static boolean isNothing(Taken taken) {
    return taken.fresh() == 0 && taken.owed() == 0;
  }

  /** The feed's rhythm after a reading. */
  Rhythm rhythm(ClaimedFeed feed, FeedDocument document, Taken taken) {
    Rhythm before = feed.state().rhythm();
    Instant now = clock.instant();
    List<Instant> dates =
        document.entries().stream().map(Entry::publishedAt).flatMap(Optional::stream).toList();
    return taken.fresh() > 0 ? before.withNews(dates, now) : before.withoutNews(now);
  }

  /** Our own log or database did not take the feed's articles. */
  Finished interrupted(ClaimedFeed feed, Throwable cause) {
    PollState next = schedule.onOutage(feed.state());
    String error = "its articles could not be published or stored: " + cause.getMessage();
    return new Finished(next, report(Outcome.INTERRUPTED, error, next));
  }

  /** It is no fault of the feed's. */
  private Finished crowdedOut(ClaimedFeed feed, int size) {
    PollState next = schedule.onOutage(feed.state());
    String error = "its " + size + " bytes were too many beside the feeds that were being read";
    return new Finished(next, report(Outcome.INTERRUPTED, error, next));
  }

  private static Finished finished(Outcome outcome, PollState next) {
    return new Finished(next, report(outcome, next.lastError().orElse(null), next));
  }

  static PollReport report(Outcome outcome, String error, PollState next) {
    return new PollReport(outcome, 0, 0, 0, error, List.of(), next.nextPollAt());
  }
}
