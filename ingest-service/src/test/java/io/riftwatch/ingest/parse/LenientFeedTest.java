package io.riftwatch.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each rule by which broken or unusual feeds are read. */
class LenientFeedTest {

  private static final Path FEEDS = Path.of("src/test/resources/feeds/lenient");
  private static final URI URL = URI.create("https://outlet.example/feed.xml");
  private static final Instant NOW = Instant.parse("2025-09-20T12:00:00Z");
  private static final FeedParser PARSER = new FeedParser(() -> NOW, new Limits(50, 1000, 50, 20));
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> feeds() throws IOException {
    try (Stream<Path> files = Files.list(FEEDS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xml"))
          .map(name -> name.substring(0, name.length() - ".xml".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void whatABrokenFeedMeansIsRead(String name) throws IOException {
    byte[] body = Files.readAllBytes(FEEDS.resolve(name + ".xml"));

    FeedDocument feed =
        assertInstanceOf(Readable.class, PARSER.parse(new FeedBody(body, "application/xml", URL)))
            .feed();

    assertEquals(
        JSON.readTree(Files.readString(FEEDS.resolve(name + ".json"))).toPrettyString(),
        written(feed));
  }

  static String written(FeedDocument feed) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("format", feed.format().label());
    fields.put("title", feed.title());
    feed.siteUrl().ifPresent(url -> fields.put("siteUrl", url.toString()));
    feed.language().ifPresent(language -> fields.put("language", language));
    fields.put("warnings", feed.warnings());
    fields.put("entries", feed.entries().stream().map(LenientFeedTest::written).toList());
    return JSON.readTree(JSON.writeValueAsString(fields)).toPrettyString();
  }

  private static Map<String, String> written(Entry entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "guid", entry.guid());
    put(fields, "url", entry.url().map(URI::toString));
    fields.put("title", entry.title());
    put(fields, "publishedAt", entry.publishedAt().map(Instant::toString));
    put(fields, "updatedAt", entry.updatedAt().map(Instant::toString));
    put(fields, "author", entry.author());
    put(fields, "language", entry.language());
    put(fields, "summary", said(entry.summary()));
    put(fields, "content", said(entry.content()));
    return fields;
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(words -> !words.isEmpty());
  }

  private static void put(Map<String, String> fields, String name, Optional<String> value) {
    value.ifPresent(text -> fields.put(name, text));
  }
}
