package io.riftwatch.ingest.fetch;

import java.net.URI;
import java.util.Locale;

/** Names the host that an address asks something of, as the table of hosts does. */
final class Hosts {

  private Hosts() {}

  static String of(URI url) {
    return url.getHost().toLowerCase(Locale.ROOT);
  }
}
