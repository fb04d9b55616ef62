package io.riftwatch.ingest.parse;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.riftwatch.ingest.extract.HtmlText;
import io.riftwatch.ingest.extract.LanguageCode;
import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import io.riftwatch.ingest.parse.FeedText.Format;
import java.net.URI;
import java.time.Instant;
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

  static FeedReading read(String text, Limits limits, URI base) {
    try {
      JsonNode feed = JSON.readTree(text);
      if (!feed.path("version").asText().startsWith(VERSION)) {
        return new Unreadable(
            "this is JSON, but no JSON Feed: its \"version\" does not begin with " + VERSION,
            "check the address");
      }
      return new Readable(document(feed, limits, base));
    } catch (StreamConstraintsException e) {
      return new Unreadable(
          "the JSON is nested too deeply, or a name or value in it is too long: "
              + e.getOriginalMessage(),
          "check the address");
    } catch (JsonProcessingException e) {
      return new Unreadable(
          "the JSON breaks off or is malformed" + place(e.getLocation()) + e.getOriginalMessage(),
          "a feed cut off on its way is read whole at a later poll; else tell the outlet");
    }
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ": "
        : " at line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
  }

  private static FeedDocument document(JsonNode feed, Limits limits, URI base) {
    List<String> warnings = new ArrayList<>();
    if (!feed.path("items").isArray()) {
      warnings.add("the feed has no \"items\"");
    }
    List<JsonNode> items = elements(feed.path("items")).filter(JsonNode::isObject).toList();
    if (items.size() < feed.path("items").size()) {
      warnings.add("items that are no JSON objects are left out");
    }
    if (items.size() > limits.entries()) {
      warnings.add(
          "the feed has more than " + limits.entries() + " entries; the further ones are left out");
    }
    List<Entry> entries =
        items.stream().limit(limits.entries()).map(item -> entry(item, base)).toList();
    return new FeedDocument(
        feed.path("version").asText().endsWith("1.1")
            ? FeedFormat.JSON_FEED_1_1
            : FeedFormat.JSON_FEED_1_0,
        HtmlText.line(words(feed, "title")),
        text(feed, "home_page_url").flatMap(link -> WebLink.resolve(base, link)),
        text(feed, "language").flatMap(LanguageCode::of),
        hints(feed, base),
        entries,
        warnings,
        true);
  }

  private static FeedHints hints(JsonNode feed, URI base) {
    HintsDraft hints = new HintsDraft();
    text(feed, "feed_url").ifPresent(link -> hints.self(WebLink.resolve(base, link)));
    elements(feed.path("hubs"))
        .filter(hub -> hub.path("type").asText().equalsIgnoreCase("WebSub"))
        .flatMap(hub -> text(hub, "url").stream())
        .forEach(link -> hints.hub(WebLink.resolve(base, link)));
    return hints.hints();
  }

  private static Entry entry(JsonNode item, URI base) {
    return new Entry(
        id(item),
        text(item, "url")
            .or(() -> text(item, "external_url"))
            .flatMap(link -> WebLink.resolve(base, link)),
        FeedText.of(words(item, "title"), Format.UNSAID),
        date(item, "date_published"),
        date(item, "date_modified"),
        author(item),
        text(item, "language").flatMap(LanguageCode::of),
        FeedText.of(words(item, "summary"), Format.UNSAID),
        text(item, "content_html")
            .map(html -> FeedText.of(html, Format.HTML))
            .orElseGet(() -> FeedText.plain(words(item, "content_text"))));
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
    return text(item, field).flatMap(FeedDate::read);
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(words(node, field).strip()).filter(text -> !text.isEmpty());
  }

  /** Readers are told to take a number for the string it should be (JSON Feed 1.1, items). */
  private static Optional<String> id(JsonNode item) {
    JsonNode id = item.path("id");
    return id.isNumber() ? Optional.of(id.asText()) : text(item, "id");
  }

  /** What a string holds; empty where the field is something else. */
  private static String words(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).textValue() : "";
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
  }
}
