package io.riftwatch.benchmarks;

import io.riftwatch.ingest.extract.PageLimits;
import io.riftwatch.ingest.extract.PageReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Pages read in a second, from bytes to article, beside Readability4J and beside the bare parsing
 * of the same page: one of 150 kB, with the menus, teasers and comments of a news site.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class ExtractionBenchmark {

  private static final String URL = "https://outlet.example/world/buses.html";

  private static final String PAGE =
      "<!doctype html><html lang=en><head><title>Night buses to run hourly - Outlet</title>"
          + "<script>var settings = {\"consent\": true};</script>".repeat(400)
          + "</head><body><nav><ul>"
          + "<li class=\"menu-item\"><a href=\"/section\">Section of the site</a></li>".repeat(250)
          + "</ul></nav><main><article><h1>Night buses to run hourly</h1>"
          + "<div class=\"byline\">By A. Writer</div><div class=\"article-body\">"
          + ("<p>The council approved the <a href=\"/t\">new timetable</a> on Monday after a long"
                  + " debate about night buses, which are to run hourly from next spring.</p>"
                  + "<div class=\"share-tools\"><a href=\"#\">Share</a></div>")
              .repeat(40)
          + "</div></article><aside class=\"related\">"
          + ("<div class=\"teaser card\"><h3><a href=\"/x\">Another story of the day</a></h3>"
                  + "<p>It has a summary of some length that tells of quite other things.</p></div>")
              .repeat(150)
          + "</aside><section id=\"comments\">"
          + "<div class=\"comment\"><p>I have been saying so for years, and nobody listened.</p></div>"
              .repeat(300)
          + "</section></main><footer>All rights reserved</footer></body></html>";

  private static final byte[] BYTES = PAGE.getBytes(StandardCharsets.UTF_8);

  private final PageReader reader = new PageReader(new PageLimits(4_000_000, 200_000));

  /** The reader, from bytes to text, title, author, times, language and address. */
  @Benchmark
  public int read() {
    return reader.read(BYTES, "text/html; charset=utf-8", URI.create(URL)).text().length();
  }

  /** The yardstick: the text of the same page by Readability4J. */
  @Benchmark
  public int readability() {
    return new Readability4J(URL, new String(BYTES, StandardCharsets.UTF_8))
        .parse()
        .getTextContent()
        .length();
  }

  /** What both pay before they begin. */
  @Benchmark
  public int parse() {
    return Jsoup.parse(new String(BYTES, StandardCharsets.UTF_8), URL).childNodeSize();
  }
}
