package io.riftwatch.ingest.schedule;

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

  Parsing(FeedParser parser, PollConfig config) {
    this.parser = parser;
    this.threads = Executors.newFixedThreadPool(config.parsers(), Parsing::thread);
  }

  /** Reads a body; one that the parser stumbles over is unreadable. */
  Uni<FeedReading> of(FeedBody body) {
    return Uni.createFrom()
        .item(() -> parser.parse(body))
        .runSubscriptionOn(threads)
        .onFailure()
        .recoverWithItem(
            e ->
                new Unreadable(
                    "the parser stumbled over the feed: " + e, "report it with the feed's body"));
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
