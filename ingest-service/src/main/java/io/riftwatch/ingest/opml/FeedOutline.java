package io.riftwatch.ingest.opml;

import io.riftwatch.ingest.feed.FeedSettings;
import io.riftwatch.ingest.feed.FeedView;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings a feed's settings into an outline and back. */
final class FeedOutline {

  private static final String OUTLET = "riftwatch:outlet";
  private static final String INTERVAL = "riftwatch:pollInterval";
  private static final String ENABLED = "riftwatch:enabled";
  private static final String FULL_TEXT = "riftwatch:fullText";

  private FeedOutline() {}

  /** A feed's outline; what has its default is left out. */
  static Map<String, String> of(FeedView feed) {
    Map<String, String> outline = new LinkedHashMap<>();
    outline.put("type", "rss");
    outline.put("text", feed.title().isEmpty() ? feed.url() : feed.title());
    outline.put("title", feed.title());
    outline.put("xmlUrl", feed.url());
    outline.put("language", feed.language());
    outline.put(OUTLET, feed.outlet());
    outline.put(INTERVAL, feed.pollInterval() == null ? "" : feed.pollInterval().toString());
    outline.put(ENABLED, feed.enabled() ? "" : "false");
    outline.put(FULL_TEXT, feed.fullText() ? "" : "false");
    return outline;
  }

  /**
   * The settings an outline holds; they are still to be validated.
   *
   * @throws DateTimeException when its interval is no ISO 8601 duration
   */
  static FeedSettings settings(Outline outline) {
    String title = outline.title().equals(outline.get("xmlUrl")) ? "" : outline.title();
    String interval = outline.get(INTERVAL);
    return new FeedSettings(
        outline.get("xmlUrl"),
        title,
        outline.get(OUTLET),
        outline.get("language"),
        !outline.get(ENABLED).equals("false"),
        !outline.get(FULL_TEXT).equals("false"),
        interval.isEmpty() ? null : Duration.parse(interval));
  }
}
