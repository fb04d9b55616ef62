package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.feed.Feeds;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** Polls a feed when an operator asks. */
@Path("/api/v1/feeds/{id}/poll")
public class PollResource {

  private final Poller poller;
  private final Feeds feeds;

  PollResource(Poller poller, Feeds feeds) {
    this.poller = poller;
    this.feeds = feeds;
  }

  /** Polls the feed at once, due or not, retired or not, and answers what came of it. */
  @POST
  public Uni<PollReport> poll(UUID id) {
    return poller
        .pollNow(id)
        .chain(report -> report.map(r -> Uni.createFrom().item(r)).orElseGet(() -> refuse(id)));
  }

  private Uni<PollReport> refuse(UUID id) {
    return feeds
        .isFollowed(id)
        .map(
            followed -> {
              throw followed ? busy(id) : Feeds.unknown(id);
            });
  }

  private static ClientErrorException busy(UUID id) {
    return new ClientErrorException(
        "feed " + id + " is being polled just now: read its state in a moment", Status.CONFLICT);
  }
}
