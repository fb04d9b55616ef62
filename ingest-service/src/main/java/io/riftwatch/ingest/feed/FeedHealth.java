package io.riftwatch.ingest.feed;

/** How a feed fares. */
public enum FeedHealth {
  OK("retiredAt is null and failures = 0"),
  FAILING("retiredAt is null and failures > 0"),
  RETIRED("retiredAt is not null");

  private final String condition;

  FeedHealth(String condition) {
    this.condition = condition;
  }

  /**
   * The health that a query parameter names, whatever its case; throws IllegalArgumentException.
   */
  public static FeedHealth fromString(String name) {
    return valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }

  static FeedHealth of(Feed feed) {
    if (feed.retiredAt != null) {
      return RETIRED;
    }
    return feed.failures > 0 ? FAILING : OK;
  }

  String condition() {
    return condition;
  }
}
