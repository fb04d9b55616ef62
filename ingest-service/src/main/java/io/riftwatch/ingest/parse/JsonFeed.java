package io.riftwatch.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.riftwatch.ingest.extract.HtmlText;
import io.riftwatch.ingest.extract.LanguageCode;
import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON Feed, versions 1 and 1.1 (jsonfeed.org), brought to the one entry model. */
final class JsonFeed {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "https://jsonfeed.org/version/";

  private JsonFeed() {}

  static FeedReading read(String text, URI base) {
    try {
      JsonNode feed = JSON.readTree(text);
      if (!feed.path("version").asText().startsWith(VERSION)) {
        return new Unreadable(
            "this is JSON, but no JSON Feed: its \"version\" does not begin with " + VERSION,
            "check the address");
      }
      return new Readable(document(feed, base));
    } catch (JsonProcessingException e) {
      return new Unreadable(
          "the JSON breaks off or is malformed at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage(),
          "a feed cut off on its way is read whole at a later poll; else tell the outlet");
    }
  }

  private static FeedDocument document(JsonNode feed, URI base) {
    List<String> warnings = new ArrayList<>();
    if (!feed.path("items").isArray()) {
      warnings.add("the feed has no \"items\"");
    }
    List<Entry> entries = elements(feed.path("items")).map(item -> entry(item, base)).toList();
    return new FeedDocument(
        feed.path("version").asText().endsWith("1.1")
            ? FeedFormat.JSON_FEED_1_1
            : FeedFormat.JSON_FEED_1_0,
        HtmlText.line(feed.path("title").asText()),
        text(feed, "home_page_url").flatMap(link -> WebLink.resolve(base, link)),
        text(feed, "language").flatMap(LanguageCode::of),
        FeedHints.NONE,
        entries,
        warnings);
  }

  private static Entry entry(JsonNode item, URI base) {
    return new Entry(
        text(item, "id"),
        text(item, "url")
            .or(() -> text(item, "external_url"))
            .flatMap(link -> WebLink.resolve(base, link)),
        HtmlText.line(item.path("title").asText()),
        date(item, "date_published"),
        date(item, "date_modified"),
        author(item),
        text(item, "language").flatMap(LanguageCode::of),
        HtmlText.tidy(item.path("summary").asText()),
        text(item, "content_html")
            .map(HtmlText::of)
            .orElseGet(() -> HtmlText.tidy(item.path("content_text").asText())));
  }

  /** Version 1 has one {@code author}, version 1.1 a list of {@code authors}. */
  private static Optional<String> author(JsonNode item) {
    return Stream.concat(elements(item.path("authors")), Stream.of(item.path("author")))
        .flatMap(author -> text(author, "name").stream())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), names -> Optional.of(names).filter(n -> !n.isEmpty())));
  }

  private static Optional<Instant> date(JsonNode item, String field) {
    return text(item, field)
        .flatMap(
            date -> {
              try {
                return Optional.of(OffsetDateTime.parse(date).toInstant());
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return Optional.of(value.isValueNode() ? value.asText("") : "")
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
  }
}
