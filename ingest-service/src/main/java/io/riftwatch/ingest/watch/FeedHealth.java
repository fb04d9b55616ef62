package io.riftwatch.ingest.watch;

import io.riftwatch.ingest.contract.FeedHealthChange.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a feed fares. */
public enum FeedHealth {
  OK(Kind.FEED_RECOVERED),
  SILENT(Kind.FEED_SILENT),
  FAILING(Kind.FEED_FAILING),
  RETIRED(Kind.FEED_RETIRED);

  private final Kind kind;

  FeedHealth(Kind kind) {
    this.kind = kind;
  }

  /** The change that ends in this health. */
  Kind kind() {
    return kind;
  }

  /** As REST and metrics write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The health of a label, whatever its case. */
  public static Optional<FeedHealth> of(String label) {
    return Arrays.stream(values()).filter(h -> h.name().equalsIgnoreCase(label)).findFirst();
  }
}
