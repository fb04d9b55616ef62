package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.TextEncoding;
import io.riftwatch.ingest.extract.TextEncoding.Decoded;
import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * Reads a body as a feed by what it holds, not by its Content-Type: RSS 0.9x, 1.0 and 2.0, Atom,
 * JSON Feed.
 */
public final class FeedParser {

  private final InstantSource clock;

  /**
   * @param clock tells which dates lie in the future
   */
  public FeedParser(InstantSource clock) {
    this.clock = clock;
  }

  /** Reads a body; a body that is no feed is an answer too. */
  public FeedReading parse(FeedBody body) {
    Decoded decoded = TextEncoding.decode(body.bytes(), body.contentType());
    String text = decoded.text().strip();
    if (text.isEmpty()) {
      return new Unreadable("the answer is empty", "check the address in a browser");
    }
    FeedReading reading =
        switch (text.charAt(0)) {
          case '{', '[' -> JsonFeed.read(text, body.url());
          case '<' -> xml(text, body);
          default ->
              new Unreadable(
                  "the answer is neither XML nor JSON",
                  "check that the address is a feed's and needs no sign-in");
        };
    return reading instanceof Readable readable
        ? new Readable(settled(readable.feed(), decoded.warnings()))
        : reading;
  }

  private static FeedReading xml(String text, FeedBody body) {
    XmlProlog prolog = XmlProlog.of(text);
    if (prolog.isWebPage()) {
      return new Unreadable("this is a web page, not a feed", pageHint(text, body));
    }
    if (prolog.declaresEntities()) {
      return new Unreadable(
          "the document declares entities in its DOCTYPE, which is refused",
          "ask the outlet for a feed without a DOCTYPE");
    }
    return XmlFeed.read(prolog, body.url());
  }

  private static String pageHint(String text, FeedBody body) {
    return Jsoup.parse(text)
        .select(
            "link[rel~=(?i)alternate][type~=(?i)application/((rss|atom)\\+xml|feed\\+json)][href]")
        .stream()
        .flatMap(link -> WebLink.resolve(body.url(), link.attr("href")).stream())
        .findFirst()
        .map(feed -> "the page names this feed: " + feed)
        .orElse("look on the site for the address of its RSS or Atom feed");
  }

  private FeedDocument settled(FeedDocument feed, List<String> earlier) {
    List<String> warnings = new ArrayList<>(earlier);
    warnings.addAll(feed.warnings());
    Instant now = clock.instant();
    List<Entry> entries = feed.entries().stream().map(e -> dated(e, now, warnings)).toList();
    return new FeedDocument(
        feed.format(),
        feed.title(),
        feed.siteUrl(),
        feed.language(),
        feed.hints(),
        entries,
        warnings);
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
    return new Entry(
        entry.guid(),
        entry.url(),
        entry.title(),
        Optional.empty(),
        entry.updatedAt(),
        entry.author(),
        entry.language(),
        entry.summary(),
        entry.content());
  }
}
