package io.riftwatch.ingest;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes RSS for tests. */
public final class Rss {

  private Rss() {}

  public static String feed(String title, String... items) {
    return Arrays.stream(items)
        .collect(
            Collectors.joining(
                "",
                "<rss version=\"2.0\"><channel><title>" + title + "</title><language>fr</language>",
                "</channel></rss>"));
  }

  public static String item(String guid, String link, String title, String description) {
    return "<item><guid isPermaLink=\"false\">"
        + guid
        + "</guid><link>"
        + link
        + "</link><title>"
        + title
        + "</title><pubDate>Thu, 18 Sep 2025 10:00:00 GMT</pubDate><description><![CDATA["
        + description
        + "]]></description></item>";
  }
}
