package io.riftwatch.benchmarks;

import com.ctc.wstx.stax.WstxInputFactory;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.riftwatch.ingest.parse.Entry;
import io.riftwatch.ingest.parse.FeedBody;
import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What reading a feed of 100 kB costs, beside Rome and beside a StAX pass that does nothing with
 * the same bytes but decode them and find their elements and characters.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class FeedBenchmark {

  private static final URI URL = URI.create("https://outlet.example/feed");

  /** RSS with whole articles in CDATA, RSS with escaped teasers, Atom with XHTML, in Cyrillic. */
  @Param({"RSS_CONTENT", "RSS_TEASERS", "ATOM_XHTML", "RSS_CYRILLIC"})
  private SampleFeed sample;

  private final FeedParser parser =
      new FeedParser(Clock.systemUTC(), new Limits(100, 200_000, 250, 2_000));
  private final XMLInputFactory woodstox = locked(new WstxInputFactory());
  private final XMLInputFactory java = locked(XMLInputFactory.newDefaultFactory());
  private byte[] bytes;

  private static XMLInputFactory locked(XMLInputFactory factory) {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  @Setup
  public void write() {
    bytes = sample.write().getBytes(StandardCharsets.UTF_8);
  }

  /** Our reader, as the poller uses it: entries with everything but the text of their markup. */
  @Benchmark
  public List<Entry> read() {
    return ((Readable) parser.parse(new FeedBody(bytes, "application/xml", URL))).feed().entries();
  }

  /** Our reader, and the plain text of all entries, as for a feed that is read the first time. */
  @Benchmark
  public int readWithTexts() {
    int characters = 0;
    for (Entry entry : read()) {
      characters += entry.summary().length() + entry.content().length();
    }
    return characters;
  }

  /** Rome, as it comes. */
  @Benchmark
  public int rome() throws IOException, FeedException {
    return new SyndFeedInput()
        .build(new XmlReader(new ByteArrayInputStream(bytes), "application/xml"))
        .getEntries()
        .size();
  }

  /** The yardstick: Woodstox. */
  @Benchmark
  public int staxWoodstox() throws XMLStreamException {
    return pass(woodstox.createXMLStreamReader(new ByteArrayInputStream(bytes)));
  }

  /** The parser that comes with Java. */
  @Benchmark
  public int staxJava() throws XMLStreamException {
    return pass(java.createXMLStreamReader(new ByteArrayInputStream(bytes)));
  }

  private static int pass(XMLStreamReader xml) throws XMLStreamException {
    int sum = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> sum += xml.getLocalName().length();
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> sum += xml.getText().length();
        default -> sum++;
      }
    }
    xml.close();
    return sum;
  }
}
