package io.riftwatch.local;

import io.riftwatch.local.demo.Demo;
import io.riftwatch.local.suite.DatabaseAddress;
import io.riftwatch.local.suite.Layout;
import io.riftwatch.local.suite.Service;
import io.riftwatch.local.suite.Suite;
import io.riftwatch.local.suite.SuiteOptions;
import io.riftwatch.local.suite.SuitePorts;
import io.riftwatch.local.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind {@code deploy/up}. */
@Command(
    name = "deploy/up",
    sortOptions = false,
    usageHelpAutoWidth = true,
    description =
        "Builds what is not built and starts Riftwatch on this machine: broker, database, the three services and a"
            + " gateway. Ctrl-C stops it all; data stays in .local/ between runs.",
    footer = {
      "",
      "With none of --demo, --feeds and --no-feeds, a list of public news feeds in twelve languages is followed.",
      "RIFTWATCH_EGRESS_ALLOW (CIDR blocks) opens addresses that feeds and channels may not have, such as 127.0.0.0/8.",
    })
public final class Up implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final String EGRESS = "RIFTWATCH_EGRESS_ALLOW";

  @Option(
      names = "--demo",
      description =
          "Plays the rupture between France and Mali of September 2025 from local outlets, shows what Slack would"
              + " show, and sums up. Needs no network; keeps its data apart, in .local/demo.")
  private boolean demo;

  @Option(
      names = "--exit",
      description =
          "Ends after the demo's summary: with 0 if all is as the case demands, else with 1.")
  private boolean exit;

  @Option(
      names = "--feeds",
      paramLabel = "FILE.opml",
      description = "Follows the feeds of this file in place of the default list.")
  private Path feeds;

  @Option(names = "--no-feeds", description = "Follows no feeds but those you add over REST.")
  private boolean noFeeds;

  @Option(
      names = "--slack",
      paramLabel = "URL",
      description = "Sends every alert to this incoming webhook of Slack.")
  private URI slack;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "Sends every alert to this receiver of Standard Webhooks.")
  private URI webhook;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "Uses this broker in place of an embedded one.")
  private String kafka;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "Uses this database, postgresql://user:password@host:port/name, in place of an embedded one.")
  private String database;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "The gateway's port; everything else takes the seven ports behind it. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keeps data and logs here in place of .local/ in the checkout.")
  private Path data;

  @Option(names = "--fresh", description = "Clears what earlier runs left in .local/ first.")
  private boolean fresh;

  @Option(
      names = "--day",
      paramLabel = "SECONDS",
      defaultValue = "12",
      description = "How long one of the demo's three days lasts. Default: ${DEFAULT-VALUE}.")
  private int day;

  @Option(names = "--help", usageHelp = true, description = "Shows this.")
  private boolean help;

  private final Path home;
  private final Terminal terminal =
      new Terminal(System.out, System.console() != null && System.getenv("NO_COLOR") == null);

  private Up(Path home) {
    this.home = home;
  }

  /**
   * @param args of the command line, behind the checkout's path
   */
  public static void main(String[] args) {
    Up up = new Up(Path.of(args[0]));
    int status =
        new CommandLine(up)
            .setParameterExceptionHandler((e, a) -> up.complain(e.getMessage()))
            .setExecutionExceptionHandler((e, c, r) -> up.complain(e.getMessage()))
            .execute(Stream.of(args).skip(1).toArray(String[]::new));
    System.exit(status);
  }

  @Override
  public Integer call() throws Exception {
    Path kept = data == null ? home.resolve(".local") : data.toAbsolutePath();
    Layout layout = new Layout(home, demo ? kept.resolve("demo") : kept);
    check();
    if (fresh || demo) {
      clear(layout.data());
    }
    Files.createDirectories(layout.logs());
    SuitePorts ports = new SuitePorts(port);
    Map<Integer, String> taken = ports.taken();
    if (!taken.isEmpty()) {
      return complain(
          "port "
              + taken.entrySet().iterator().next().getKey()
              + ", wanted for "
              + taken.values().iterator().next()
              + ", is taken: stop what listens there, or choose others with --port");
    }
    return demo ? demo(layout, ports) : run(layout, ports);
  }

  private int demo(Layout layout, SuitePorts ports) throws IOException, InterruptedException {
    try (Demo played =
        new Demo(terminal, InstantSource.system(), Duration.ofSeconds(day), ports.outlets())) {
      Map<String, String> environment = new HashMap<>();
      environment.put(
          "RIFTWATCH_ALERT_BOOTSTRAP_SLACK", played.listenAsSlack(ports.slack()).toString());
      environment.put("RIFTWATCH_INGEST_POLL_TICK", "250ms");
      // all outlets of the demo are one host
      environment.put("RIFTWATCH_INGEST_FETCH_PER_HOST", "16");
      environment.put("RIFTWATCH_INGEST_FETCH_GAP", "0s");
      environment.put(EGRESS, "127.0.0.0/8");
      try (Suite suite = start(layout, ports, environment)) {
        boolean asDemanded = played.play(suite);
        if (exit) {
          return asDemanded ? 0 : 1;
        }
        terminal.line("The suite goes on; Ctrl-C stops it. Try: " + curl(layout, "incidents"));
        watch(suite);
        return 0;
      }
    }
  }

  private int run(Layout layout, SuitePorts ports) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    if (slack != null) {
      environment.put("RIFTWATCH_ALERT_BOOTSTRAP_SLACK", slack.toString());
    }
    if (webhook != null) {
      environment.put("RIFTWATCH_ALERT_BOOTSTRAP_WEBHOOK", webhook.toString());
    }
    try (Suite suite = start(layout, ports, environment)) {
      follow(suite);
      terminal.line("");
      terminal.line("Riftwatch is up. Try: " + curl(layout, "feeds"));
      terminal.line("Logs are in " + shown(layout.logs()) + "/; Ctrl-C stops everything.");
      watch(suite);
      return 0;
    }
  }

  private Suite start(Layout layout, SuitePorts ports, Map<String, String> environment)
      throws IOException, InterruptedException {
    Suite suite =
        new Suite(
            new SuiteOptions(
                layout,
                ports,
                Optional.ofNullable(kafka),
                Optional.ofNullable(database).map(DatabaseAddress::parse),
                environment),
            terminal::ready);
    stopOnSignal(suite);
    terminal.line("Starting Riftwatch; Ctrl-C stops everything.");
    suite.start();
    return suite;
  }

  /** A signal ends the JVM while {@link #call} waits: everything is stopped before it does. */
  private void stopOnSignal(Suite suite) {
    Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop"));
  }

  private void follow(Suite suite) throws IOException, InterruptedException {
    if (noFeeds || feeds == null && !suite.operator().get("feeds?limit=1").get("items").isEmpty()) {
      return;
    }
    var imported = suite.operator().post("opml", "text/x-opml", opml());
    terminal.line(
        "%s feeds are followed%s"
            .formatted(
                imported.path("imported").asInt() + imported.path("alreadyThere").asInt(),
                imported.path("refused").isEmpty()
                    ? ""
                    : ", refused: " + imported.path("refused")));
  }

  private String opml() throws IOException {
    if (feeds != null) {
      return Files.readString(feeds);
    }
    try (InputStream in = Up.class.getResourceAsStream("feeds.opml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void watch(Suite suite) throws InterruptedException {
    Set<Service> told = new HashSet<>();
    while (true) {
      for (Service service : suite.ended()) {
        if (told.add(service)) {
          terminal.wrong(
              service.module() + " has ended; " + shown(suite.log(service)) + " says why");
        }
      }
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
    }
  }

  private void check() {
    if (exit && !demo) {
      throw new IllegalArgumentException("--exit goes with --demo");
    }
    if (demo && (feeds != null || noFeeds || slack != null || webhook != null)) {
      throw new IllegalArgumentException(
          "--demo brings its own feeds and its own Slack: leave out --feeds, --no-feeds, --slack and --webhook");
    }
    if (feeds != null && noFeeds) {
      throw new IllegalArgumentException("--feeds and --no-feeds exclude each other");
    }
    if (feeds != null && !Files.isReadable(feeds)) {
      throw new IllegalArgumentException("--feeds: " + feeds + " cannot be read");
    }
    if (day < 1) {
      throw new IllegalArgumentException("--day: a day lasts 1 second or more");
    }
  }

  private String curl(Layout layout, String resource) {
    return "curl -H \"Authorization: Bearer $(cat %s)\" http://localhost:%d/api/v1/%s"
        .formatted(shown(layout.data().resolve("operator.token")), port, resource);
  }

  private static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private int complain(String message) {
    terminal.wrong(message);
    return CommandLine.ExitCode.USAGE;
  }

  private static void clear(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
