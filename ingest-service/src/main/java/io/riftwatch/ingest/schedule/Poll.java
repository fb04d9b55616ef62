package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.article.ArticleIntake;
import io.riftwatch.ingest.article.ArticleIntake.Taken;
import io.riftwatch.ingest.article.Source;
import io.riftwatch.ingest.fetch.FetchOutcome;
import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.FetchOutcome.Gone;
import io.riftwatch.ingest.fetch.FetchOutcome.NotModified;
import io.riftwatch.ingest.fetch.FetchOutcome.Throttled;
import io.riftwatch.ingest.fetch.Fetcher;
import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.parse.FeedBody;
import io.riftwatch.ingest.parse.FeedDocument;
import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.parse.FeedReading;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import io.riftwatch.ingest.schedule.PollReport.Outcome;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.OptionalInt;

/** Polls one feed: fetches, parses, takes in what is new, and says where the feed stands then. */
@ApplicationScoped
class Poll {

  /**
   * A finished poll.
   *
   * @param next where the feed stands now
   */
  record Finished(PollState next, PollReport report) {}

  private static final int OK = 200;

  private final Fetcher fetcher;
  private final FeedParser parser;
  private final ArticleIntake intake;
  private final PollSchedule schedule;

  Poll(Fetcher fetcher, FeedParser parser, ArticleIntake intake, PollSchedule schedule) {
    this.fetcher = fetcher;
    this.parser = parser;
    this.intake = intake;
    this.schedule = schedule;
  }

  /** Polls the feed; whatever goes wrong is part of the answer. */
  Uni<Finished> of(ClaimedFeed feed) {
    return fetcher
        .fetch(feed.url(), feed.state().validators())
        .chain(outcome -> judge(feed, outcome));
  }

  private Uni<Finished> judge(ClaimedFeed feed, FetchOutcome outcome) {
    if (outcome instanceof Fetched fetched) {
      return parse(fetched).chain(reading -> judge(feed, fetched, reading));
    }
    return Uni.createFrom().item(withoutBody(feed, outcome));
  }

  private Finished withoutBody(ClaimedFeed feed, FetchOutcome outcome) {
    PollState before = feed.state();
    if (outcome instanceof NotModified) {
      return finished(Outcome.NOT_MODIFIED, schedule.onNotModified(before, feed.interval()));
    }
    if (outcome instanceof Gone) {
      return finished(Outcome.GONE, schedule.onGone(before));
    }
    if (outcome instanceof Throttled throttled) {
      return finished(
          Outcome.THROTTLED,
          schedule.onThrottled(before, feed.interval(), throttled.until(), throttled.status()));
    }
    Failed failed = (Failed) outcome;
    return finished(
        Outcome.FAILED,
        schedule.onFailed(before, feed.interval(), failed.reason(), failed.status()));
  }

  private Uni<FeedReading> parse(Fetched fetched) {
    return Uni.createFrom()
        .item(
            () ->
                parser.parse(FeedBody.of(fetched.body(), fetched.url(), fetched.answer()::header)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure()
        .recoverWithItem(
            e ->
                new Unreadable(
                    "the parser stumbled over the feed: " + e, "report it with the feed's body"));
  }

  private Uni<Finished> judge(ClaimedFeed feed, Fetched fetched, FeedReading reading) {
    if (reading instanceof Unreadable unreadable) {
      PollState next =
          schedule.onFailed(
              feed.state(), feed.interval(), unreadable.message(), OptionalInt.of(OK));
      return Uni.createFrom().item(finished(Outcome.UNREADABLE, next));
    }
    FeedDocument document = ((Readable) reading).feed();
    Source source = Source.of(feed.id().toString(), feed.url(), feed.said(), document);
    return intake
        .take(source, document.entries())
        .map(taken -> read(feed, fetched, document, taken))
        .onFailure()
        .recoverWithItem(e -> interrupted(feed, e));
  }

  private Finished read(ClaimedFeed feed, Fetched fetched, FeedDocument document, Taken taken) {
    Validators validators = document.isWhole() ? fetched.validators() : Validators.NONE;
    PollState next = schedule.onFetched(feed.interval(), validators);
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

  private Finished interrupted(ClaimedFeed feed, Throwable cause) {
    PollState next = schedule.onOutage(feed.state());
    String error = "its articles could not be published or stored: " + cause.getMessage();
    return new Finished(next, report(Outcome.INTERRUPTED, error, next));
  }

  private static Finished finished(Outcome outcome, PollState next) {
    return new Finished(next, report(outcome, next.lastError().orElse(null), next));
  }

  private static PollReport report(Outcome outcome, String error, PollState next) {
    return new PollReport(outcome, 0, 0, 0, error, List.of(), next.nextPollAt());
  }
}
