package io.riftwatch.ingest.schedule;

import io.quarkus.runtime.StartupEvent;
import io.riftwatch.ingest.article.ArticleIntake;
import io.riftwatch.ingest.article.ArticleIntake.Taken;
import io.riftwatch.ingest.article.Source;
import io.riftwatch.ingest.parse.FeedBody;
import io.riftwatch.ingest.parse.FeedDocument;
import io.riftwatch.ingest.parse.FeedReading;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import io.riftwatch.ingest.schedule.Poll.Finished;
import io.riftwatch.ingest.schedule.PollReport.Outcome;
import io.riftwatch.ingest.websub.Pushes;
import io.riftwatch.ingest.websub.Pushes.Push;
import io.riftwatch.ingest.websub.WebsubConfig;
import io.riftwatch.runtime.outage.Outage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Reads what hubs pushed as if it had been polled, under the claim of its feed. */
@ApplicationScoped
class PushIntake {

  private static final Logger LOG = Logger.getLogger(PushIntake.class);

  private final Pushes pushes;
  private final Poller poller;
  private final Poll poll;
  private final Parsing parsing;
  private final ArticleIntake intake;
  private final PollSchedule schedule;
  private final Hubs hubs;
  private final InFlight inFlight;
  private final WebsubConfig config;
  private final Outage outage = new Outage(LOG, "pushed bodies are looked for");
  private final Outage reading = new Outage(LOG, "pushed bodies are read");
  private final AtomicInteger underWay = new AtomicInteger();

  PushIntake(
      Pushes pushes,
      Poller poller,
      Poll poll,
      Parsing parsing,
      ArticleIntake intake,
      PollSchedule schedule,
      Hubs hubs,
      InFlight inFlight,
      WebsubConfig config) {
    this.pushes = pushes;
    this.poller = poller;
    this.poll = poll;
    this.parsing = parsing;
    this.intake = intake;
    this.schedule = schedule;
    this.hubs = hubs;
    this.inFlight = inFlight;
    this.config = config;
  }

  void begin(@Observes StartupEvent event, PollConfig polls) {
    Ticks.every(polls.tick(), this::tick);
  }

  /**
   * Looks for bodies that wait and starts to read them.
   *
   * @return when they are found, not when they are read
   */
  Uni<Void> tick() {
    int free = config.concurrency() - underWay.get();
    return free <= 0
        ? Uni.createFrom().voidItem()
        : outage.over(
            pushes.feeds(free).invoke(feeds -> feeds.forEach(this::start)).replaceWithVoid());
  }

  private void start(UUID feed) {
    underWay.incrementAndGet();
    reading
        .over(poller.holding(feed, this::takeFirst).replaceWithVoid())
        .onTermination()
        .invoke(underWay::decrementAndGet)
        .subscribe()
        .with(read -> {});
  }

  private Uni<Finished> takeFirst(ClaimedFeed feed) {
    return pushes
        .first(feed.id())
        .chain(
            push ->
                push.map(p -> take(feed, p))
                    .orElseGet(
                        () -> Uni.createFrom().item(pushed(feed.state(), 0, 0, 0, List.of()))));
  }

  private Uni<Finished> take(ClaimedFeed feed, Push push) {
    FeedBody body = new FeedBody(push.body(), push.contentType(), feed.url());
    return inFlight.holding(
        push.body().length, parsing.of(body).chain(reading -> judge(feed, push, reading)));
  }

  private Uni<Finished> judge(ClaimedFeed feed, Push push, FeedReading reading) {
    if (reading instanceof Unreadable unreadable) {
      return pushes.drop(push).replaceWith(() -> unread(feed, unreadable));
    }
    FeedDocument document = ((Readable) reading).feed();
    Source source = Source.of(feed.id().toString(), feed.url(), feed.said(), document);
    return intake
        .take(source, document.entries())
        .call(() -> pushes.drop(push))
        .map(
            taken ->
                pushed(
                    after(feed, document, taken),
                    document.entries().size(),
                    taken.fresh(),
                    taken.revised(),
                    document.warnings()))
        .onFailure()
        .recoverWithUni(e -> interrupted(feed, e));
  }

  private PollState after(ClaimedFeed feed, FeedDocument document, Taken taken) {
    Rhythm rhythm = poll.rhythm(feed, document, taken);
    Duration pause = poll.plainPause(feed);
    return taken.owed() > 0
        ? schedule.onPushOwing(feed.state(), pause, rhythm)
        : schedule.onPushed(feed.state(), hubs.rest(feed, pause), rhythm);
  }

  private Finished unread(ClaimedFeed feed, Unreadable unreadable) {
    PollState next = schedule.onPushUnread(feed.state());
    String error = "its hub pushed what cannot be read: " + unreadable.message();
    return new Finished(next, Poll.report(Outcome.UNREADABLE, error, next));
  }

  private Uni<Finished> interrupted(ClaimedFeed feed, Throwable cause) {
    Finished finished = poll.interrupted(feed, cause);
    return pushes.putOff(feed.id(), finished.next().nextPollAt()).replaceWith(finished);
  }

  private static Finished pushed(
      PollState next, int entries, int fresh, int revised, List<String> warnings) {
    return new Finished(
        next,
        new PollReport(Outcome.PUSHED, entries, fresh, revised, null, warnings, next.nextPollAt()));
  }
}
