package io.riftwatch.ingest.watch;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Counts how the feeds fare. */
@Path("/api/v1/feeds/health")
public class FeedHealthResource {

  /** Feeds of each health; all of them together are all feeds. */
  public record HealthView(long ok, long silent, long failing, long retired) {

    static HealthView of(Map<FeedHealth, Long> feeds) {
      return new HealthView(
          feeds.get(FeedHealth.OK),
          feeds.get(FeedHealth.SILENT),
          feeds.get(FeedHealth.FAILING),
          feeds.get(FeedHealth.RETIRED));
    }
  }

  private final Changes changes;

  FeedHealthResource(Changes changes) {
    this.changes = changes;
  }

  @GET
  public Uni<HealthView> count() {
    return changes.count().map(HealthView::of);
  }
}
