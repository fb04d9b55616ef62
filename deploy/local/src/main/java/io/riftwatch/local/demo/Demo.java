package io.riftwatch.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.riftwatch.local.rest.Operator;
import io.riftwatch.local.suite.Lag;
import io.riftwatch.local.suite.Suite;
import io.riftwatch.local.terminal.Terminal;
import io.riftwatch.local.terminal.Terminal.Style;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The rupture between France and Mali of September 2025, played to a running suite. */
public final class Demo implements AutoCloseable {

  private static final Duration LEAD = Duration.ofSeconds(2);
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(90);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
  private static final int CALM_LOOKS = 6;
  private static final String POLL_INTERVAL = "PT1S";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);

  private final Terminal terminal;
  private final InstantSource clock;
  private final Duration day;
  private final URI site;
  private final Vertx vertx = Vertx.vertx();
  private final SlackStandIn slack;
  private final MessageView view;
  private final List<Duration> latencies = new CopyOnWriteArrayList<>();
  private Corpus corpus;
  private Broadcast broadcast;
  private OutletServer outlets;

  /**
   * @param day how long one of the three days lasts
   * @param outletPort where the outlets publish
   */
  public Demo(Terminal terminal, InstantSource clock, Duration day, int outletPort) {
    this.terminal = terminal;
    this.clock = clock;
    this.day = day;
    this.site = URI.create("http://127.0.0.1:" + outletPort);
    this.view = new MessageView(terminal);
    this.slack = new SlackStandIn(clock, this::show);
  }

  /** Begins to listen as Slack would; before the suite starts, which tries its channels. */
  public URI listenAsSlack(int port) {
    slack.listen(vertx, port);
    return URI.create("http://127.0.0.1:" + port + "/slack");
  }

  /**
   * Publishes everything, waits until the suite is done with it, and sums up.
   *
   * @return whether all is as the case demands
   * @throws IOException when the suite does not answer
   * @throws InterruptedException when the thread is interrupted
   */
  public boolean play(Suite suite) throws IOException, InterruptedException {
    corpus = Corpus.load();
    broadcast = new Broadcast(clock.instant().plus(LEAD), day, clock);
    outlets = new OutletServer(corpus, broadcast, site);
    outlets.listen(vertx, site.getPort());
    follow(suite.operator());
    tellDays();
    settle(suite);
    Outcome outcome = outcome(suite.operator());
    new Summary(terminal).print(outcome);
    return outcome.faults().isEmpty();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void follow(Operator operator) throws IOException, InterruptedException {
    for (Outlet outlet : corpus.outlets().values()) {
      Map<String, Object> feed = new LinkedHashMap<>();
      feed.put("url", site.resolve(outlet.feedPath()).toString());
      feed.put("title", outlet.name());
      feed.put("outlet", outlet.name());
      feed.put("language", outlet.language());
      feed.put("pollInterval", POLL_INTERVAL);
      operator.post("feeds", feed);
    }
    terminal.line("");
    terminal.line(
        "%d outlets publish %d items over three days, %d of them on France and Mali; a day lasts %d s."
            .formatted(
                corpus.outlets().size(),
                corpus.items().size(),
                corpus.items().stream().filter(i -> i.subject() == Item.Subject.CASE).count(),
                day.toSeconds()));
  }

  private void tellDays() throws InterruptedException {
    int told = 0;
    while (broadcast.today() <= Broadcast.DAYS) {
      if (broadcast.today() > told && !clock.instant().isBefore(broadcast.start())) {
        told = broadcast.today();
        terminal.line("");
        terminal.line(
            terminal.styled(
                Style.STRONG, "── " + DAY.format(Item.dateOf(told)) + " " + "─".repeat(40)));
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
    }
  }

  /** Until every item is read, nothing waits in the log and no delivery is under way. */
  private void settle(Suite suite) throws IOException, InterruptedException {
    Instant limit = clock.instant().plus(SETTLE_LIMIT);
    int calm = 0;
    try (Lag lag = new Lag(suite.kafka())) {
      while (calm < CALM_LOOKS && clock.instant().isBefore(limit)) {
        boolean done =
            lag.total() == 0
                && suite.operator().list("deliveries?state=PENDING").isEmpty()
                && suite.operator().list("articles").size() >= corpus.items().size();
        calm = done ? calm + 1 : 0;
        TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
      }
    }
  }

  private Outcome outcome(Operator operator) throws IOException, InterruptedException {
    List<JsonNode> incidents = new ArrayList<>();
    for (JsonNode summary : operator.list("incidents")) {
      incidents.add(operator.get("incidents/" + summary.get("id").asText()));
    }
    return new Outcome(
        corpus.items().size(),
        operator.list("articles").size(),
        operator.list("signals").size(),
        incidents,
        slack.messages().stream().map(m -> alertId(m.payload())).toList(),
        List.copyOf(latencies),
        unread(operator));
  }

  private Map<String, Integer> unread(Operator operator) throws IOException, InterruptedException {
    List<String> read = new ArrayList<>();
    operator.get("rulepacks").path("items").forEach(p -> read.add(p.path("language").asText()));
    Map<String, Integer> unread = new TreeMap<>();
    corpus.items().stream()
        .filter(i -> i.subject() == Item.Subject.CASE)
        .map(i -> i.outlet().language())
        .filter(language -> !read.contains(language))
        .forEach(language -> unread.merge(language, 1, Integer::sum));
    return unread;
  }

  /** The context line "alert ID" that every message ends with. */
  private static String alertId(JsonNode payload) {
    String id = "";
    for (JsonNode block : payload.path("blocks")) {
      String text = block.at("/elements/0/text").asText("");
      if (text.startsWith("alert ")) {
        id = text.substring("alert ".length());
      }
    }
    return id;
  }

  private void show(SlackStandIn.Message message) {
    Optional<Instant> published =
        MessageView.links(message.payload()).stream()
            .map(URI::create)
            .filter(link -> link.getAuthority().equals(site.getAuthority()))
            .flatMap(link -> outlets.at(link.getPath()).stream())
            .map(broadcast::visibleAt)
            .max(Instant::compareTo);
    String after = "";
    if (published.isPresent()) {
      Duration latency = Duration.between(published.get(), message.receivedAt());
      latencies.add(latency);
      after = ", %.1f s after its report was published".formatted(latency.toMillis() / 1000.0);
    }
    terminal.line("");
    terminal.line("  ┌ Slack" + after);
    view.lines(message.payload()).forEach(l -> terminal.line("  │ " + l));
    terminal.line("  └");
  }
}
