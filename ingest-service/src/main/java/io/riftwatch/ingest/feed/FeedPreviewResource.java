package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.discover.Discovery;
import io.riftwatch.ingest.extract.WebLink;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Shows what a feed would give, without following it. */
@Path("/api/v1/feeds/preview")
public class FeedPreviewResource {

  record Question(@NotBlank @WebAddress String url) {}

  private final Discovery discovery;

  FeedPreviewResource(Discovery discovery) {
    this.discovery = discovery;
  }

  /** Fetches and parses a feed, or the feed that a site names; nothing is stored. */
  @POST
  public Uni<FeedPreview> preview(@NotNull @Valid Question question) {
    return discovery
        .feed(WebLink.absolute(question.url()).orElseThrow())
        .map(found -> FeedPreview.of(found.feed()));
  }
}
