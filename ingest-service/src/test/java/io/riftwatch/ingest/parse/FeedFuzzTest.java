package io.riftwatch.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the parser answers, soon, and with no more than it may. */
class FeedFuzzTest {

  private static final URI URL = URI.create("https://outlet.example/feed.xml");
  private static final Limits LIMITS = new Limits(50, 20_000, 50, 100);
  private static final FeedParser PARSER =
      new FeedParser(() -> Instant.parse("2025-09-20T12:00:00Z"), LIMITS);
  private static final int MOST = 15_000_000;
  private static final Duration GENEROUS = Duration.ofSeconds(20);

  /** Changes a body at a place, which is a share of its length. */
  private record Mutation(double place, int cut, byte[] put) {
    byte[] of(byte[] body) {
      int at = (int) (place * body.length);
      ByteArrayOutputStream mutated = new ByteArrayOutputStream();
      mutated.write(body, 0, at);
      mutated.writeBytes(put);
      int after = Math.min(body.length, at + cut);
      mutated.write(body, after, body.length - after);
      return mutated.toByteArray();
    }
  }

  private static void answers(byte[] body) {
    FeedReading reading = PARSER.parse(new FeedBody(body, "", URL));
    if (reading instanceof Unreadable unreadable) {
      assertFalse(unreadable.reason().isBlank());
      return;
    }
    FeedDocument feed = assertInstanceOf(Readable.class, reading).feed();
    assertTrue(feed.entries().size() <= LIMITS.entries());
    for (Entry entry : feed.entries()) {
      assertTrue(isPlain(entry.title()) && isPlain(entry.summary()) && isPlain(entry.content()));
      assertTrue(entry.text().length() <= 2 * body.length + 64);
    }
  }

  private static boolean isPlain(String text) {
    return text.equals(text.strip())
        && text.chars().noneMatch(c -> c < ' ' && c != '\n' || c == 0x7F);
  }

  @Provide
  Arbitrary<byte[]> feeds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/feeds/lenient"))) {
      return Arbitraries.of(
          Stream.concat(
                  files.filter(file -> file.toString().endsWith(".xml")).map(FeedFuzzTest::bytes),
                  Stream.of(
                      """
                      {"version": "https://jsonfeed.org/version/1.1", "title": "Daily", "hubs": [],
                       "items": [{"id": 12, "url": "/12", "title": "A &amp; B",
                         "date_published": "2025-09-18T09:00:00+01:00", "content_html": "<p>One."}]}
                      """
                          .getBytes(StandardCharsets.UTF_8)))
              .toList());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    Arbitrary<byte[]> markup =
        Arbitraries.of(
                "<",
                ">",
                "&",
                "\"",
                "'",
                "</",
                "/>",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "<?xml ",
                "<!DOCTYPE x [",
                "<!ENTITY a \"&a;\">",
                "&a;",
                "&#0;",
                "&#xFFFFFFFFFF;",
                "<item>",
                "</item>",
                "<title>",
                "</channel>",
                "<content type='xhtml'>",
                "xml:base='::'",
                " xmlns:a='b'",
                "\0",
                "\uFEFF",
                "é",
                "{",
                "[",
                "}")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(8);
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 40),
            Arbitraries.oneOf(markup, noise))
        .as(Mutation::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(tries = 4000)
  void aMutatedFeedIsAnswered(
      @ForAll("feeds") byte[] feed, @ForAll("mutations") List<Mutation> mutations) {
    byte[] mutated = feed;
    for (Mutation mutation : mutations) {
      mutated = mutation.of(mutated);
    }
    byte[] body = mutated;

    assertTimeoutPreemptively(GENEROUS, () -> answers(body));
  }

  @Property
  void anyBytesAreAnswered(@ForAll byte[] body) {
    answers(body);
  }

  @Property
  void anyTextInAFeedIsAnswered(@ForAll String text) {
    answers(
        ("<rss><channel><item><title>" + text + "</title><description>" + text)
            .getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a>",
        "<title>",
        "<item>",
        "<item><title>",
        "<item><title>x<link>",
        "<content type='xhtml'><p>",
        "</x>",
        "<!--",
        "<!-- >",
        "<![CDATA[",
        "<?",
        "<!",
        "<!DOCTYPE",
        "<!DOCTYPE <!--",
        "<a b='",
        "<a b=\"c\" ",
        "<a b='>\"",
        "<a xmlns:b='c'>",
        "&",
        "&amp",
        "&a;",
        "<",
        "< ",
        "a:",
        "a<!---->",
        "a<x/>",
        "{\"a\":",
        "["
      })
  void whatIsRepeatedAMillionTimesIsAnsweredInTime(String piece) {
    byte[] body =
        ("<rss><channel>" + piece.repeat(MOST / piece.length())).getBytes(StandardCharsets.UTF_8);

    assertTimeoutPreemptively(GENEROUS, () -> answers(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ", "a=b ", "a='' ", "xmlns:a='b'"})
  void aTagOfAMillionAttributesIsTooMuch(String attribute) {
    String body = "<rss " + attribute.repeat(MOST / attribute.length()) + "><channel/></rss>";

    FeedReading reading =
        PARSER.parse(new FeedBody(body.getBytes(StandardCharsets.UTF_8), "", URL));

    assertEquals(
        "the document is too much to read: a tag has more than 50 attributes",
        assertInstanceOf(Unreadable.class, reading).reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>", "<a href=/feed>", "<b x=1>", "<link rel=feed href=/1>"})
  void ofALongPageTheBeginningIsSearchedForFeeds(String piece) {
    String page =
        "<html><link rel=feed href=/first>"
            + piece.repeat(MOST / piece.length())
            + "<link rel=feed href=/last>";
    FeedBody body = new FeedBody(page.getBytes(StandardCharsets.UTF_8), "", URL);

    FeedReading reading = assertTimeoutPreemptively(GENEROUS, () -> PARSER.parse(body));

    List<String> found =
        assertInstanceOf(Unreadable.class, reading).links().stream()
            .map(link -> link.url().getPath())
            .toList();
    assertEquals("/first", found.get(0));
    assertFalse(found.contains("/last"));
  }

  @ParameterizedTest
  @CsvSource({"'<?x<y>', ?>", "'<?x<', ?>", "'<!-x', -->", "'<title>a<!--x>', -->"})
  void whatEndsBehindAMillionBeginningsIsAnsweredInTime(String piece, String end) {
    byte[] body =
        ("<rss><channel>" + piece.repeat(MOST / piece.length()) + end)
            .getBytes(StandardCharsets.UTF_8);

    assertTimeoutPreemptively(GENEROUS, () -> answers(body));
  }

  @ParameterizedTest
  @CsvSource({"title", "description", "content"})
  void markupRepeatedInATextIsReadInTime(String element) {
    for (String piece :
        List.of("<p>", "<script>", "<!--", "<?x<", "<b x='", "&lt;", "&copy", "<", "é<br>")) {
      byte[] body =
          ("<rss><channel><item><%s><![CDATA[%s]]></%s></item></channel></rss>"
                  .formatted(element, piece.repeat(200_000), element))
              .getBytes(StandardCharsets.UTF_8);

      assertTimeoutPreemptively(GENEROUS, () -> answers(body), piece);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "<p title=\"%s\">", "<p><!--%s-->", "<p><![CDATA[%s]]>"})
  void entitiesGrowNoFurtherThanTheyMay(String place) {
    String bomb = place.formatted("&a;".repeat(100_000));
    String document =
        "<!DOCTYPE feed [<!ENTITY a \"%s\">]><feed><entry><content type=\"xhtml\"><div>%s</div>"
            .formatted("x".repeat(256), bomb);
    XmlTokens tokens = new XmlTokens(document, LIMITS, new Repairs());
    while (tokens.next() != XmlTokens.Kind.FINISH) {
      assertTrue(tokens.text().length() <= document.length() + (1 << 16));
    }

    assertTrue(tokens.markup(0, document.length()).length() <= document.length() + (1 << 16));
    answers((document + "</content></entry></feed>").getBytes(StandardCharsets.UTF_8));
  }
}
