package io.riftwatch.ingest.parse;

import java.util.Locale;
import java.util.Optional;

/** The formats that feeds are written in. */
public enum FeedFormat {
  RSS_0_90("RSS 0.90"),
  RSS_0_91("RSS 0.91"),
  RSS_0_92("RSS 0.92"),
  RSS_0_93("RSS 0.93"),
  RSS_0_94("RSS 0.94"),
  RSS_1_0("RSS 1.0"),
  RSS_2_0("RSS 2.0"),
  ATOM_0_3("Atom 0.3"),
  ATOM_1_0("Atom 1.0"),
  JSON_FEED_1_0("JSON Feed 1"),
  JSON_FEED_1_1("JSON Feed 1.1");

  private final String label;

  FeedFormat(String label) {
    this.label = label;
  }

  /** The format's name as people write it. */
  public String label() {
    return label;
  }

  /** The format that Rome calls, for example, {@code rss_0.91N} or {@code atom_1.0}. */
  static Optional<FeedFormat> ofRome(String type) {
    for (FeedFormat format : values()) {
      if (type.startsWith(format.label.toLowerCase(Locale.ROOT).replace(' ', '_'))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
