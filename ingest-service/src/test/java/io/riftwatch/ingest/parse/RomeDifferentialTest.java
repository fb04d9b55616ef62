package io.riftwatch.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.riftwatch.ingest.extract.HtmlText;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What Rome reads of well-formed feeds, we read the same. */
class RomeDifferentialTest {

  private static final URI URL = URI.create("https://outlet.example/feed");
  private static final FeedParser PARSER =
      new FeedParser(() -> Instant.parse("2035-01-01T00:00:00Z"), new Limits(50, 10_000, 50, 100));

  /** What an entry is written from. */
  record Sample(String title, String text, int number, long second) {
    private static final DateTimeFormatter MAIL =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    String rss() {
      return """
          <item><title>%s</title><link>https://outlet.example/%d</link>
          <guid isPermaLink="false">g-%d</guid><pubDate>%s</pubDate>
          <dc:creator>Writer %d</dc:creator><description>%s</description></item>"""
          .formatted(
              escaped(title),
              number,
              number,
              MAIL.format(Instant.ofEpochSecond(second)),
              number,
              escaped("<p>" + escaped(text) + "</p>"));
    }

    String rdf() {
      return """
          <item rdf:about="https://outlet.example/%d"><title>%s</title>
          <link>https://outlet.example/%d</link><dc:date>%s</dc:date>
          <description>%s</description></item>"""
          .formatted(
              number,
              escaped(title),
              number,
              Instant.ofEpochSecond(second),
              escaped("<p>" + escaped(text) + "</p>"));
    }

    String atom() {
      return """
          <entry><id>urn:%d</id><title type="text">%s</title>
          <link rel="enclosure" href="https://outlet.example/%d.mp3"/>
          <link href="https://outlet.example/%d"/><author><name>Writer %d</name></author>
          <published>%s</published><updated>%s</updated>
          <content type="html">%s</content></entry>"""
          .formatted(
              number,
              escaped(title),
              number,
              number,
              number,
              Instant.ofEpochSecond(second),
              Instant.ofEpochSecond(second + 60),
              escaped("<p>" + escaped(text) + "</p>"));
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  }

  @Provide
  Arbitrary<List<Sample>> samples() {
    Arbitrary<String> words =
        Arbitraries.strings()
            .withChars("abcdefgh ÉéßЖжم中&<>\"'.,;-0123456789")
            .ofMinLength(1)
            .ofMaxLength(60)
            .filter(text -> !text.isBlank());
    return Combinators.combine(
            words,
            words,
            Arbitraries.integers().between(1, 1_000_000),
            Arbitraries.longs().between(631152000L, 2000000000L))
        .as(Sample::new)
        .list()
        .ofMaxSize(5);
  }

  @Property(tries = 300)
  void rssIsReadAsRomeReadsIt(@ForAll("samples") List<Sample> samples) throws FeedException {
    assertSame(
        """
        <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>T &amp; U</title><link>https://outlet.example/</link>
        <description>d</description><language>fr</language>%s</channel></rss>"""
            .formatted(samples.stream().map(Sample::rss).collect(Collectors.joining())));
  }

  @Property(tries = 300)
  void rdfIsReadAsRomeReadsIt(@ForAll("samples") List<Sample> samples) throws FeedException {
    assertSame(
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://outlet.example/"><title>T &amp; U</title>
        <link>https://outlet.example/</link><description>d</description></channel>%s</rdf:RDF>"""
            .formatted(samples.stream().map(Sample::rdf).collect(Collectors.joining())));
  }

  @Property(tries = 300)
  void atomIsReadAsRomeReadsIt(@ForAll("samples") List<Sample> samples) throws FeedException {
    assertSame(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>T &amp; U</title><id>urn:f</id>
        <link href="https://outlet.example/"/><updated>2025-09-18T10:00:00Z</updated>%s</feed>"""
            .formatted(samples.stream().map(Sample::atom).collect(Collectors.joining())));
  }

  private static void assertSame(String document) throws FeedException {
    SyndFeed rome = new SyndFeedInput().build(new StringReader(document));

    FeedDocument ours =
        assertInstanceOf(
                Readable.class,
                PARSER.parse(
                    new FeedBody(
                        document.getBytes(StandardCharsets.UTF_8), "application/xml", URL)))
            .feed();

    assertEquals(List.of(), ours.warnings());
    assertEquals(rome.getTitle(), ours.title());
    assertEquals(Optional.of(URI.create(rome.getLink())), ours.siteUrl());
    assertEquals(
        rome.getEntries().stream().map(RomeDifferentialTest::read).toList(),
        ours.entries().stream().map(RomeDifferentialTest::read).toList());
  }

  private static List<Object> read(SyndEntry entry) {
    String text =
        entry.getContents().isEmpty()
            ? entry.getDescription().getValue()
            : entry.getContents().get(0).getValue();
    return List.of(
        entry.getUri(),
        URI.create(entry.getLink()),
        HtmlText.oneLine(entry.getTitle()),
        Optional.ofNullable(entry.getPublishedDate()).map(Date::toInstant),
        HtmlText.of(text));
  }

  private static List<Object> read(Entry entry) {
    return List.of(
        entry.guid().orElseThrow(),
        entry.url().orElseThrow(),
        entry.title(),
        entry.publishedAt(),
        entry.text());
  }
}
