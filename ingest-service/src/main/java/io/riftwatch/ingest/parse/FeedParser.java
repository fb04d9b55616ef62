package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.TextEncoding;
import io.riftwatch.ingest.extract.TextEncoding.Decoded;
import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a body as a feed by what it holds, not by its Content-Type: RSS 0.9x, 1.0 and 2.0, Atom,
 * CDF, JSON Feed.
 */
public final class FeedParser {

  private static final Pattern FEED_TYPE = Pattern.compile("(?i)^[^;]*(xml|json|rss|atom|rdf)");

  private final InstantSource clock;
  private final Limits limits;

  /**
   * @param clock tells which dates lie in the future
   */
  public FeedParser(InstantSource clock, Limits limits) {
    this.clock = clock;
    this.limits = limits;
  }

  /** Reads a body; a body that is no feed is an answer too. */
  public FeedReading parse(FeedBody body) {
    Decoded decoded = TextEncoding.decode(body.bytes(), body.contentType());
    boolean isClean = !ControlCharacters.mayBeIn(body.bytes());
    FeedReading reading = isClean ? read(decoded.text(), body) : cleaned(decoded.text(), body);
    return reading instanceof Readable readable
        ? new Readable(settled(readable.feed(), warnings(body, decoded)))
        : reading;
  }

  private FeedReading cleaned(String text, FeedBody body) {
    int first = ControlCharacters.firstIn(text);
    if (first < 0) {
      return read(text, body);
    }
    FeedReading reading = read(ControlCharacters.removed(text), body);
    if (reading instanceof Readable readable) {
      Repairs repairs = new Repairs();
      repairs.note(Repair.FORBIDDEN_CHARACTER, first);
      return new Readable(readable.feed().warned(repairs.warnings(text)));
    }
    return reading;
  }

  private static List<String> warnings(FeedBody body, Decoded decoded) {
    if (body.contentType().isBlank() || FEED_TYPE.matcher(body.contentType()).find()) {
      return decoded.warnings();
    }
    List<String> warnings = new ArrayList<>(decoded.warnings());
    warnings.add(
        "the server says that this is "
            + body.contentType()
            + "; feeds are application/rss+xml, application/atom+xml or application/feed+json");
    return warnings;
  }

  private FeedReading read(String text, FeedBody body) {
    int first = firstCharacter(text);
    if (first == text.length()) {
      return new Unreadable("the answer is empty", "check the address in a browser");
    }
    return switch (text.charAt(first)) {
      case '{', '[' -> JsonFeed.read(text, limits, body.url());
      default -> xml(text, body);
    };
  }

  private static int firstCharacter(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private FeedReading xml(String text, FeedBody body) {
    URI base =
        body.contentLocation()
            .flatMap(location -> WebLink.resolve(body.url(), location))
            .orElse(body.url());
    return XmlFeed.read(text, limits, base, body.contentLanguage());
  }

  private FeedDocument settled(FeedDocument feed, List<String> earlier) {
    List<String> later = new ArrayList<>();
    Instant now = clock.instant();
    List<Entry> entries = feed.entries().stream().map(e -> dated(e, now, later)).toList();
    FeedDocument dated = feed.withEntries(entries).warned(earlier);
    return later.isEmpty() ? dated : dated.warned(later);
  }

  private static Entry dated(Entry entry, Instant now, List<String> warnings) {
    if (entry.publishedAt().filter(now::isBefore).isEmpty()) {
      return entry;
    }
    warnings.add(
        "the entry \""
            + entry.title()
            + "\" is dated in the future ("
            + entry.publishedAt().get()
            + "); the time of reading is taken instead");
    return entry.undated();
  }
}
