package io.riftwatch.benchmarks.load;

import io.riftwatch.embedded.EmbeddedBroker;
import io.riftwatch.embedded.EmbeddedDatabase;
import io.riftwatch.embedded.Ports;
import io.riftwatch.embedded.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How many polls a second one ingest-service sustains, with broker, database and outlets on the
 * same machine: how late polls are, how much heap they take, and how long an article that a feed
 * gives takes to the topic.
 */
@Command(name = "poll-load", mixinStandardHelpOptions = true)
public final class PollLoad implements Callable<Integer> {

  @Option(names = "--feeds", description = "feeds that are followed (default ${DEFAULT-VALUE})")
  private int feeds = 50_000;

  @Option(
      names = "--feeds-per-host",
      description = "of them on one host (default ${DEFAULT-VALUE})")
  private int feedsPerHost = 10;

  @Option(names = "--interval", description = "of every feed (default ${DEFAULT-VALUE})")
  private Duration interval = Duration.ofSeconds(100);

  @Option(names = "--warm-up", description = "before measuring (default ${DEFAULT-VALUE})")
  private Duration warmUp = Duration.ofSeconds(130);

  @Option(names = "--measure", description = "how long to measure (default ${DEFAULT-VALUE})")
  private Duration measure = Duration.ofSeconds(240);

  @Option(names = "--heap", description = "of the service (default ${DEFAULT-VALUE})")
  private String heap = "512m";

  @Option(names = "--service", description = "the built service (default ${DEFAULT-VALUE})")
  private Path service = Path.of("ingest-service/target/quarkus-app/quarkus-run.jar");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PollLoad()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path data = Files.createTempDirectory("poll-load");
    int farmPort = Ports.free();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("pg"), Ports.free());
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), Ports.free());
        FeedFarm farm = new FeedFarm(feeds, feedsPerHost, farmPort)) {
      Topics.create(broker.bootstrapServers(), (short) 1);
      farm.start();
      try (IngestProcess ingest = IngestProcess.start(service, heap, data, database, broker);
          TopicReader events = new TopicReader(broker.bootstrapServers(), farm)) {
        follow(database, farm);
        say("%,d feeds on %,d hosts, one poll each %s", feeds, feeds / feedsPerHost, interval);
        run(ingest, farm, events);
      }
    }
    return 0;
  }

  private void run(IngestProcess ingest, FeedFarm farm, TopicReader events)
      throws IOException, InterruptedException {
    watch("warm-up", warmUp, ingest, farm);
    farm.pauses();
    events.latencies();
    long askedBefore = farm.asked();
    long unchangedBefore = farm.unchanged();
    Duration cpuBefore = ingest.cpu();
    long start = System.nanoTime();

    watch("measured", measure, ingest, farm);

    double seconds = (System.nanoTime() - start) / 1e9;
    long asked = farm.asked() - askedBefore;
    List<Long> pauses = farm.pauses();
    List<Long> latencies = events.latencies();
    say(
        "polls/s            %.1f (wanted %.1f)",
        asked / seconds, feeds / (double) interval.toSeconds());
    say("not modified       %.0f %%", 100.0 * (farm.unchanged() - unchangedBefore) / asked);
    say(
        "pause of a feed    p50 %.1f s, p99 %.1f s, longest %.1f s",
        at(pauses, 0.5) / 1e3, at(pauses, 0.99) / 1e3, at(pauses, 1) / 1e3);
    say(
        "article to topic   p50 %d ms, p99 %d ms, of %,d",
        at(latencies, 0.5), at(latencies, 0.99), latencies.size());
    say("service's cores    %.2f", (ingest.cpu().minus(cpuBefore).toMillis() / 1e3) / seconds);
    say("service's heap     %.0f MB at most of %s", ingest.mostHeap() / 1e6, heap);
  }

  /** Says every ten seconds how it goes. */
  private static void watch(String phase, Duration time, IngestProcess ingest, FeedFarm farm)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      long before = farm.asked();
      TimeUnit.SECONDS.sleep(Math.min(10, Math.max(1, (end - System.nanoTime()) / 1_000_000_000)));
      ingest.sampleHeap();
      say("%s: %,d polls in 10 s", phase, farm.asked() - before);
    }
  }

  private void follow(EmbeddedDatabase database, FeedFarm farm) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO ingest.feed (id, url, poll_interval, full_text, created_at, next_poll_at)"
                  + " VALUES (gen_random_uuid(), ?, ?, false, now(), now() + random() * ? * interval '1 second')")) {
        for (int feed = 0; feed < feeds; feed++) {
          insert.setString(1, farm.url(feed));
          insert.setString(2, interval.toString());
          insert.setLong(3, interval.toSeconds());
          insert.addBatch();
          if (feed % 1000 == 999) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }

  private static long at(List<Long> values, double share) {
    if (values.isEmpty()) {
      return 0;
    }
    List<Long> sorted = new java.util.ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size())));
  }

  private static void say(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
