package io.riftwatch.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {

  private static final Instant NOW = Instant.parse("2025-09-20T12:00:00Z");
  private static final URI URL = URI.create("https://outlet.example/feeds/world");
  private static final FeedParser PARSER = new FeedParser(() -> NOW, new Limits(50, 1000, 50, 20));

  private static FeedReading read(byte[] body, String contentType) {
    return PARSER.parse(new FeedBody(body, contentType, URL));
  }

  private static FeedReading read(String body) {
    return read(body.getBytes(StandardCharsets.UTF_8), "application/xml");
  }

  private static FeedDocument feed(String body) {
    return assertInstanceOf(Readable.class, read(body)).feed();
  }

  private static Unreadable refusal(String body) {
    return assertInstanceOf(Unreadable.class, read(body));
  }

  private static String rss(String items) {
    return """
        <?xml version="1.0"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel>
            <title>Le Courrier</title><link>https://outlet.example/</link>
            <description>Monde</description><language>fr-FR</language>
            %s
          </channel>
        </rss>"""
        .formatted(items);
  }

  @Test
  void anRssItemGivesAllItHolds() {
    FeedDocument feed =
        feed(
            rss(
                """
                <item>
                  <guid isPermaLink="false">a-1</guid>
                  <title>Mali&amp;nbsp;: cinq diplomates &lt;b&gt;expulsés&lt;/b&gt;</title>
                  <link>/monde/mali?utm_source=rss</link>
                  <pubDate>Thu, 18 Sep 2025 10:00:00 +0200</pubDate>
                  <dc:creator>A. Traoré</dc:creator>
                  <description>&lt;p&gt;Bref.&lt;/p&gt;</description>
                  <content:encoded><![CDATA[<p>Un.</p><p>Deux&nbsp;et <i>trois</i>.</p>]]></content:encoded>
                </item>"""));

    assertEquals("Le Courrier", feed.title());
    assertEquals(FeedFormat.RSS_2_0, feed.format());
    assertEquals(Optional.of("fr"), feed.language());
    assertEquals(Optional.of(URI.create("https://outlet.example/")), feed.siteUrl());
    assertEquals(List.of(), feed.warnings());
    assertEquals(
        List.of(
            new Entry(
                Optional.of("a-1"),
                Optional.of(URI.create("https://outlet.example/monde/mali?utm_source=rss")),
                "Mali : cinq diplomates expulsés",
                Optional.of(Instant.parse("2025-09-18T08:00:00Z")),
                Optional.empty(),
                Optional.of("A. Traoré"),
                Optional.empty(),
                "Bref.",
                "Un.\n\nDeux et trois.")),
        feed.entries());
  }

  @Test
  void anAtomEntryGivesAllItHolds() {
    FeedDocument feed =
        feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-ES">
              <title type="text">El Diario</title>
              <link rel="self" href="https://diario.example/feed.atom"/>
              <link rel="alternate" href="https://diario.example/"/>
              <id>urn:diario</id><updated>2025-09-18T10:00:00Z</updated>
              <entry>
                <id>urn:diario:7</id>
                <title type="text">Francia &lt; Malí</title>
                <link href="https://diario.example/7"/>
                <author><name>L. Ruiz</name></author>
                <published>2025-09-18T09:00:00Z</published>
                <updated>2025-09-18T09:30:00Z</updated>
                <summary>Resumen</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Texto.</p></div></content>
              </entry>
            </feed>""");

    assertEquals(FeedFormat.ATOM_1_0, feed.format());
    assertEquals(Optional.of("es"), feed.language());
    assertEquals(Optional.of(URI.create("https://diario.example/")), feed.siteUrl());
    assertEquals(
        List.of(
            new Entry(
                Optional.of("urn:diario:7"),
                Optional.of(URI.create("https://diario.example/7")),
                "Francia < Malí",
                Optional.of(Instant.parse("2025-09-18T09:00:00Z")),
                Optional.of(Instant.parse("2025-09-18T09:30:00Z")),
                Optional.of("L. Ruiz"),
                Optional.empty(),
                "Resumen",
                "Texto.")),
        feed.entries());
  }

  @Test
  void aJsonFeedGivesAllItHolds() {
    FeedDocument feed =
        feed(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Daily", "language": "en-GB",
             "home_page_url": "https://daily.example/", "unknown": {"is": "ignored"},
             "items": [{"id": 12, "url": "/12", "title": "Envoys &amp; expelled",
               "date_published": "2025-09-18T09:00:00+01:00", "date_modified": "no date",
               "authors": [{"name": "J. Doe"}, {"name": "K. Roe"}],
               "summary": "Short.", "content_html": "<p>One.</p><p>Two.</p>"}]}""");

    assertEquals(FeedFormat.JSON_FEED_1_1, feed.format());
    assertEquals(Optional.of("en"), feed.language());
    assertEquals(
        List.of(
            new Entry(
                Optional.of("12"),
                Optional.of(URI.create("https://outlet.example/12")),
                "Envoys & expelled",
                Optional.of(Instant.parse("2025-09-18T08:00:00Z")),
                Optional.empty(),
                Optional.of("J. Doe, K. Roe"),
                Optional.empty(),
                "Short.",
                "One.\n\nTwo.")),
        feed.entries());
  }

  @Test
  void anRdfFeedIsRssOne() {
    FeedDocument feed =
        feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                     xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://outlet.example/">
                <title>RDF</title><link>https://outlet.example/</link><description>d</description>
              </channel>
              <item rdf:about="https://outlet.example/1">
                <title>One</title><link>https://outlet.example/1</link>
                <dc:date>2025-09-18T09:00:00Z</dc:date>
              </item>
            </rdf:RDF>""");

    assertEquals(FeedFormat.RSS_1_0, feed.format());
    assertEquals("One", feed.entries().get(0).title());
    assertEquals(
        Optional.of(Instant.parse("2025-09-18T09:00:00Z")), feed.entries().get(0).publishedAt());
  }

  @ParameterizedTest
  @CsvSource({"0.91, RSS_0_91", "0.92, RSS_0_92", "0.93, RSS_0_93", "0.94, RSS_0_94"})
  void theOldRssVersionsAreRead(String version, FeedFormat format) {
    FeedDocument feed = feed(rss("<item><title>One</title></item>").replace("2.0", version));

    assertEquals(format, feed.format());
    assertEquals("One", feed.entries().get(0).title());
  }

  @Test
  void theDoctypeOfRssNinetyOneIsHarmless() {
    FeedDocument feed =
        feed(
            """
            <?xml version="1.0"?>
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
              "http://127.0.0.1:9/rss-0.91.dtd">
            <rss version="0.91"><channel><title>T</title><item><title>One</title></item>
            </channel></rss>""");

    assertEquals(1, feed.entries().size());
  }

  @Test
  void aFeedWithoutEntriesIsAFeed() {
    FeedDocument feed = feed(rss(""));

    assertEquals(List.of(), feed.entries());
    assertEquals(List.of(), feed.warnings());
  }

  @Test
  void anEntryWithoutGuidOrDateIsAnEntry() {
    Entry entry = feed(rss("<item><title>Bare</title><link>/1</link></item>")).entries().get(0);

    assertEquals(Optional.empty(), entry.guid());
    assertEquals(Optional.of(URI.create("https://outlet.example/1")), entry.url());
    assertEquals(Optional.empty(), entry.publishedAt());
  }

  @Test
  void aDateInTheFutureIsLeftOutWithAWarning() {
    FeedDocument feed =
        feed(
            rss(
                "<item><title>Ahead</title><pubDate>Fri, 18 Sep 2099 10:00:00 GMT</pubDate></item>"));

    assertEquals(Optional.empty(), feed.entries().get(0).publishedAt());
    assertEquals(1, feed.warnings().size());
    assertTrue(feed.warnings().get(0).contains("2099"), feed.warnings().get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml' href='/rss'>"
            + "</head><body>Hello</body></html>",
        "<!-- x --><HTML><head><link rel='alternate' type='application/rss+xml' href='/rss'></HTML>",
        "<!DOCTYPE html><meta charset=utf-8><link rel=alternate type=application/rss+xml href=/rss>",
        "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML' 'http://w3'><html><head>"
            + "<link rel='alternate' type='application/rss+xml' href='/rss'/></head></html>"
      })
  void aWebPageIsCalledOneAndItsFeedIsNamed(String page) {
    Unreadable refusal = refusal(page);

    assertEquals("this is a web page, not a feed", refusal.reason());
    assertEquals("the page names this feed: https://outlet.example/rss", refusal.hint());
    assertEquals(
        List.of(new FeedLink(URI.create("https://outlet.example/rss"), "", "application/rss+xml")),
        refusal.links());
  }

  @Test
  void ofADocumentThatBreaksOffTheWholeEntriesAreRead() {
    String whole = rss("<item><title>One</title></item>\n<item><title>Two</title></item>");

    FeedDocument feed = feed(whole.substring(0, whole.indexOf("wo</title>")));

    assertEquals(List.of("One"), feed.entries().stream().map(Entry::title).toList());
    assertEquals(
        List.of(
            "line 8: the document breaks off; what is whole is read",
            "the entry in which the document breaks off is left out"),
        feed.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "12", "[\"x\"]", "{\"x\": \"y\"}"})
  void whatIsNoJsonStringIsNoText(String value) {
    FeedDocument feed =
        feed(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": %1$s, "items": [
             {"id": "1", "title": %1$s, "content_html": %1$s, "content_text": %1$s,
              "summary": %1$s, "language": %1$s, "authors": [{"name": %1$s}]}]}"""
                .formatted(value));

    assertEquals("", feed.title());
    Entry entry = feed.entries().get(0);
    assertEquals("", entry.title() + entry.summary() + entry.content());
    assertEquals(Optional.empty(), entry.author());
    assertEquals(Optional.of("1"), entry.guid());
  }

  @Test
  void jsonItemsThatAreNoObjectsAreLeftOutWithOneWarning() {
    FeedDocument feed =
        feed(
            """
            {"version": "https://jsonfeed.org/version/1.1",
             "items": [null, "x", 3, {"id": "1", "title": "One"}]}""");

    assertEquals(List.of("One"), feed.entries().stream().map(Entry::title).toList());
    assertEquals(List.of("items that are no JSON objects are left out"), feed.warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void jsonNestedTooDeeplyIsRefused(String opening) {
    String reason = refusal(opening.repeat(100_000)).reason();

    assertTrue(reason.startsWith("the JSON is nested too deeply"), reason);
  }

  @Test
  void truncatedJsonIsReportedWithItsPlace() {
    Unreadable refusal = refusal("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [");

    assertTrue(
        refusal.reason().startsWith("the JSON breaks off or is malformed at line 1"),
        refusal.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY m \"&x;\">]>",
        "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;<!ENTITY m '%x;&x;'>]>",
        "<!DOCTYPE lolz [<!ENTITY x \"&l;&l;\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;\">]>"
      })
  void entitiesThatHoldOthersOrFilesAreNotExpanded(String doctype) {
    FeedDocument feed =
        feed(doctype + "<rss version=\"2.0\"><channel><title>a&x;&m;b</title></channel></rss>");

    assertEquals("a&x;&m;b", feed.title());
    assertTrue(feed.warnings().get(0).contains("is not expanded"), feed.warnings().toString());
  }

  @Test
  void anEntityThatStandsForAFewCharactersIsRead() {
    FeedDocument feed =
        feed(
            "<!DOCTYPE rss [<!ENTITY house \"Le Courrier\"><!ENTITY copy \"&#169;\">]>"
                + "<rss version=\"2.0\"><channel><title>&copy; &house;</title></channel></rss>");

    assertEquals("© Le Courrier", feed.title());
    assertEquals(List.of(), feed.warnings());
  }

  @ParameterizedTest
  @CsvSource({
    "<opml version='2.0'><body/></opml>, POST /api/v1/opml",
    "<kml/>, <feed>",
    "{}, address",
    "[], address",
    "just words, address",
    "'', browser"
  })
  void whatIsNoFeedIsRefusedWithAHint(String body, String hint) {
    assertTrue(refusal(body).hint().contains(hint), refusal(body).message());
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, windows-1251, '', 0",
    "windows-1251, '', text/xml; charset=windows-1251, 0",
    "windows-1251, windows-1251, text/xml; charset=ISO-8859-1, 1",
    "windows-1251, windows-1251, text/xml; charset=utf-8, 1",
    "UTF-8, UTF-8, text/xml; charset=ISO-8859-1, 1",
    "UTF-8, '', text/xml; charset=no-such-charset, 1",
    "UTF-8, ISO-8859-1, '', 1",
    "UTF-16, UTF-16, '', 0"
  })
  void theCharsetIsFoundWhateverTheHeaderSays(
      String real, String declared, String header, int warnings) {
    String declaration =
        declared.isEmpty()
            ? "<?xml version=\"1.0\"?>"
            : "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>";
    String xml = declaration + rss("<item><title>Высланы дипломаты</title></item>").substring(21);

    FeedDocument feed =
        assertInstanceOf(Readable.class, read(xml.getBytes(Charset.forName(real)), header)).feed();

    assertEquals("Высланы дипломаты", feed.entries().get(0).title());
    assertEquals(warnings, feed.warnings().size());
  }

  @Test
  void namesOfHtmlCharactersDoNotBreakAFeed() {
    assertEquals(
        "Été à l’est",
        feed(rss("<item><title>&Eacute;t&eacute;&nbsp;&agrave; l&rsquo;est</title></item>"))
            .entries()
            .get(0)
            .title());
  }

  @Test
  void charactersThatXmlForbidsDoNotBreakAFeed() {
    assertEquals(
        "One two", feed(rss("<item><title>One\u0003 two</title></item>")).entries().get(0).title());
  }

  @Test
  void rssSaysHowItWantsToBeRead() {
    FeedHints hints =
        feed("""
                <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
                     xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>
                <ttl>90</ttl><sy:updatePeriod> Daily </sy:updatePeriod>
                <sy:updateFrequency>4</sy:updateFrequency>
                <skipHours><hour>0</hour><hour>24</hour><hour>13</hour><hour>x</hour></skipHours>
                <skipDays><day>Sunday</day><day>Someday</day></skipDays>
                <atom:link rel="self" href="https://outlet.example/rss"/>
                <atom:link rel="hub" href="https://hub.example/"/>
                <item><title>One</title><atom:link rel="self" href="/1"/></item>
                </channel></rss>""")
            .hints();

    assertEquals(
        new FeedHints(
            Optional.of(Duration.ofMinutes(90)),
            Optional.of(Duration.ofHours(6)),
            Set.of(0, 13),
            Set.of(DayOfWeek.SUNDAY),
            Optional.of(URI.create("https://hub.example/")),
            Optional.of(URI.create("https://outlet.example/rss"))),
        hints);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<ttl>0</ttl>", "<ttl>soon</ttl>", "<ttl>-5</ttl>", "<ttl/>", ""})
  void whatMakesNoSenseIsNoHint(String ttl) {
    assertEquals(FeedHints.NONE, feed(rss(ttl)).hints());
  }

  @Test
  void jsonFeedNamesItsHub() {
    FeedHints hints =
        feed("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Daily", "items": [],
                 "feed_url": "/feed.json",
                 "hubs": [{"type": "rssCloud", "url": "https://cloud.example/"},
                          {"type": "WebSub", "url": "https://hub.example/"}]}""")
            .hints();

    assertEquals(Optional.of(URI.create("https://hub.example/")), hints.hub());
    assertEquals(Optional.of(URI.create("https://outlet.example/feed.json")), hints.self());
  }

  @ParameterizedTest
  @CsvSource({
    "<rss version='2.0'><channel>%s</channel></rss>, <item><title>One</title></item>",
    "<feed>%s</feed>, <entry><title>One</title></entry>",
    "'{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [%s{}]}', '{},'"
  })
  void entriesBeyondTheLimitAreLeftOutWithAWarning(String feed, String entry) {
    FeedDocument document = feed(feed.formatted(entry.repeat(30)));

    assertEquals(20, document.entries().size());
    assertEquals(
        List.of("the feed has more than 20 entries; the further ones are left out"),
        document.warnings());
  }

  @ParameterizedTest
  @CsvSource({"60, 1, more than 50 deep", "1, 1200, more than 1000 elements"})
  void aDocumentBeyondTheLimitsIsNotRead(int depth, int times, String reason) {
    String xml = ("<a>".repeat(depth) + "</a>".repeat(depth)).repeat(times);

    assertTrue(refusal(rss(xml)).reason().contains(reason), refusal(rss(xml)).reason());
    assertTrue(
        refusal(rss("<item><description>" + xml + "</description></item>"))
            .reason()
            .contains(reason));
  }
}
