package io.riftwatch.ingest.feed;

import jakarta.ws.rs.BadRequestException;
import java.util.Arrays;

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
   * The health that a query parameter names, whatever its case.
   *
   * @throws BadRequestException when it names none
   */
  public static FeedHealth fromString(String name) {
    return Arrays.stream(values())
        .filter(health -> health.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () -> new BadRequestException("health is ok, failing or retired, not " + name));
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
