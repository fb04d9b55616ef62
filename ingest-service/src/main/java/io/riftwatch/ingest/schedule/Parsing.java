package io.riftwatch.ingest.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.riftwatch.ingest.parse.FeedBody;
import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.parse.FeedReading;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Parses feeds on threads of its own, so few that they leave the processor to the rest. */
@ApplicationScoped
class Parsing {

  private final FeedParser parser;
  private final ExecutorService threads;
  private final MeterRegistry meters;

  Parsing(FeedParser parser, PollConfig config, MeterRegistry meters) {
    this.parser = parser;
    this.meters = meters;
    this.threads = Executors.newFixedThreadPool(config.parsers(), Parsing::thread);
  }

  /** Reads a body; one that the parser stumbles over is unreadable. */
  Uni<FeedReading> of(FeedBody body) {
    return Uni.createFrom()
        .item(() -> measured(body))
        .runSubscriptionOn(threads)
        .onFailure()
        .recoverWithItem(
            e ->
                new Unreadable(
                    "the parser stumbled over the feed: " + e, "report it with the feed's body"));
  }

  private FeedReading measured(FeedBody body) {
    Timer.Sample begin = Timer.start(meters);
    FeedReading reading = parser.parse(body);
    String result = reading instanceof Unreadable ? "unreadable" : "readable";
    begin.stop(meters.timer("riftwatch.ingest.parse", "result", result));
    return reading;
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "feed-parser");
    thread.setDaemon(true);
    return thread;
  }
}
