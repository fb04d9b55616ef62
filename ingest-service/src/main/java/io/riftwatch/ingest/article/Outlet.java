package io.riftwatch.ingest.article;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names the outlet that stands behind a feed. */
final class Outlet {

  private static final Pattern ADDRESS = Pattern.compile("localhost|[0-9.]+|\\[.*]");

  private Outlet() {}

  /**
   * The name that the operator gave, else the site's host without {@code www.}; a site without a
   * name of its own (an IP address, localhost) is called by its feed's title.
   *
   * @param given empty where the operator gave none
   * @param title empty where the feed has none
   */
  static String name(String given, String title, URI site) {
    if (!given.isBlank()) {
      return given.strip();
    }
    String host = site.getHost().toLowerCase(Locale.ROOT);
    if (ADDRESS.matcher(host).matches() && !title.isBlank()) {
      return title.strip();
    }
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }
}
