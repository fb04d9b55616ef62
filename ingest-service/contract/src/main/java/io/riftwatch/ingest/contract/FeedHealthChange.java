package io.riftwatch.ingest.contract;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;

/**
 * A change in how a feed fares, told once: the body of the event {@value #CE_TYPE} on the topic
 * {@value #TOPIC}, keyed by {@link #feedId}.
 *
 * @param id deterministic: the same change has the same id whenever it is repeated
 * @param kind how the feed fares now
 * @param feedId the feed
 * @param feedUrl its address
 * @param title as the operator calls the feed; empty where it was given no title
 * @param outlet as the operator calls the outlet; empty where it was given no name
 * @param since when that began: the last news of a silent feed, the first failure of a failing one
 * @param cause what is wrong, in words; null for a feed that recovered
 * @param recoveredFrom how the feed fared before; null for all kinds but {@link
 *     Kind#FEED_RECOVERED}
 * @param noticedAt when the change was noticed
 */
public record FeedHealthChange(
    String id,
    Kind kind,
    String feedId,
    URI feedUrl,
    String title,
    String outlet,
    Instant since,
    String cause,
    Kind recoveredFrom,
    Instant noticedAt) {

  public static final String CE_TYPE = "io.riftwatch.feed-health.v1";
  public static final String TOPIC = "riftwatch.feeds";
  public static final String SCHEMA = "/io/riftwatch/ingest/contract/feed-health.v1.schema.json";

  /** How a feed can fare. */
  public enum Kind {
    /** It can be read, but has had no news for far longer than it usually has none. */
    FEED_SILENT,
    /** It could not be read for some time. */
    FEED_FAILING,
    /** The outlet says that it is gone for good; it is not asked any more. */
    FEED_RETIRED,
    /** All is well again. */
    FEED_RECOVERED
  }

  public FeedHealthChange {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(feedId, "feedId");
    Objects.requireNonNull(feedUrl, "feedUrl");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(outlet, "outlet");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(noticedAt, "noticedAt");
    boolean recovered = kind == Kind.FEED_RECOVERED;
    if (recovered != (recoveredFrom != null) || recovered != (cause == null)) {
      throw new IllegalArgumentException(
          "change " + id + " is " + kind + ", with cause " + cause + " after " + recoveredFrom);
    }
  }
}
