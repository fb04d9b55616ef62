package io.riftwatch.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;

/**
 * Outlets on as many addresses of loopback as there are hosts, each with some feeds. A feed answers
 * 304 most of the time; else it has one entry more. Every answer holds twenty entries' bytes, of
 * which the reader knows nineteen.
 */
final class FeedFarm implements AutoCloseable {

  private static final int ENTRIES = 20;
  private static final int SENTENCES = 18;
  private static final int WORDS = 14;
  private static final double FRESH = 0.3;
  private static final int HOSTS_OF_A_BLOCK = 250;

  private static final List<String> VOCABULARY =
      List.of(
          ("the minister council region border river market harvest school bridge train election court "
                  + "parliament budget hospital water energy mayor police union strike company report "
                  + "factory road village museum festival coach season player captain stadium weather "
                  + "storm winter summer price wage house tenant farmer engineer doctor teacher student "
                  + "library theatre writer painter singer prize record evening morning week month year "
                  + "said opened closed reported announced planned built repaired delayed approved "
                  + "rejected discussed visited won lost after before during against without between")
              .split(" "));

  private static final List<String> SYLLABLES =
      List.of("Ba ke lo mi ran sel tor ven wick dun har ston bor ley ford mar".split(" "));
  private static final int SYLLABLES_OF_A_NAME = 3;

  /** One word in so many is a name. */
  private static final int NAMED = 3;

  private final Vertx vertx = Vertx.vertx();
  private final int feedsPerHost;
  private final int port;
  private final AtomicLongArray versions;
  private final AtomicLongArray lastAsked;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();
  private final ConcurrentLinkedQueue<Long> pauses = new ConcurrentLinkedQueue<>();
  private final ConcurrentHashMap<String, Long> served = new ConcurrentHashMap<>();

  FeedFarm(int feeds, int feedsPerHost, int port) {
    this.feedsPerHost = feedsPerHost;
    this.port = port;
    this.versions = new AtomicLongArray(feeds);
    this.lastAsked = new AtomicLongArray(feeds);
  }

  /** Listens on all hosts. */
  void start() {
    List<Future<?>> listening = new ArrayList<>();
    for (int host = 0; host * feedsPerHost < versions.length(); host++) {
      listening.add(
          vertx.createHttpServer().requestHandler(this::answer).listen(port, address(host)));
    }
    Future.all(listening).toCompletionStage().toCompletableFuture().join();
  }

  String url(int feed) {
    return "http://" + address(feed / feedsPerHost) + ":" + port + "/" + feed + ".xml";
  }

  /** Requests so far. */
  long asked() {
    return asked.get();
  }

  /** Requests so far that were answered with 304. */
  long unchanged() {
    return unchanged.get();
  }

  /** Milliseconds between two polls of one feed, as seen since the last call. */
  List<Long> pauses() {
    List<Long> seen = List.copyOf(pauses);
    pauses.clear();
    return seen;
  }

  /** When an entry was first served, in nanoseconds; null where it was not. */
  Long servedAt(String title) {
    return served.get(title);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static String address(int host) {
    return "127.1." + host / HOSTS_OF_A_BLOCK + "." + (host % HOSTS_OF_A_BLOCK + 1);
  }

  private void answer(HttpServerRequest request) {
    int feed = Integer.parseInt(request.path().replaceAll("\\D", ""));
    asked.incrementAndGet();
    long now = System.nanoTime();
    long before = lastAsked.getAndSet(feed, now);
    if (before != 0) {
      pauses.add((now - before) / 1_000_000);
    }
    boolean knows = ("\"" + versions.get(feed) + "\"").equals(request.getHeader("If-None-Match"));
    Random random = new Random(now ^ feed);
    boolean isFresh = random.nextDouble() < FRESH;
    if (knows && !isFresh) {
      unchanged.incrementAndGet();
      request.response().setStatusCode(304).end();
      return;
    }
    long version = isFresh ? versions.incrementAndGet(feed) : versions.get(feed);
    String title = "Report " + feed + " " + version;
    served.putIfAbsent(title, System.nanoTime());
    request
        .response()
        .putHeader("Content-Type", "application/rss+xml; charset=utf-8")
        .putHeader("ETag", "\"" + version + "\"")
        .end(document(feed, version, title));
  }

  private String document(int feed, long version, String title) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>");
    xml.append("<title>Outlet ").append(feed).append("</title><language>en</language>");
    xml.append("<link>").append(url(feed)).append("</link>");
    for (int entry = 0; version > 0 && entry < ENTRIES; entry++) {
      xml.append("<item><guid isPermaLink=\"false\">").append(feed).append('-').append(version);
      xml.append("</guid><link>").append(url(feed)).append('/').append(version);
      xml.append("</link><title>").append(title).append("</title><pubDate>");
      xml.append(
          DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)));
      xml.append("</pubDate><description>").append(text(feed * 1_000L + version));
      xml.append("</description></item>");
    }
    return xml.append("</channel></rss>").toString();
  }

  /** About 1,500 characters, of no other feed or version. */
  private static String text(long seed) {
    Random random = new Random(seed);
    return random.ints(SENTENCES).mapToObj(i -> sentence(random)).collect(Collectors.joining(" "));
  }

  private static String sentence(Random random) {
    return random
        .ints(WORDS)
        .mapToObj(i -> random.nextInt(NAMED) == 0 ? name(random) : word(random))
        .collect(Collectors.joining(" ", "", "."));
  }

  private static String word(Random random) {
    return VOCABULARY.get(random.nextInt(VOCABULARY.size()));
  }

  /** One of some thousand names, so that no two texts share their phrases. */
  private static String name(Random random) {
    return random
        .ints(SYLLABLES_OF_A_NAME, 0, SYLLABLES.size())
        .mapToObj(SYLLABLES::get)
        .collect(Collectors.joining());
  }
}
