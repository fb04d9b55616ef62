package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.discover.Discovery;
import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.parse.FeedLink;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** Shows which feeds a site offers. */
@Path("/api/v1/feeds/discover")
public class FeedDiscoveryResource {

  record Question(@NotBlank @WebAddress String url) {}

  private final Discovery discovery;

  FeedDiscoveryResource(Discovery discovery) {
    this.discovery = discovery;
  }

  /** Fetches a page and lists the feeds it names, the likeliest first; nothing is stored. */
  @POST
  public Uni<List<FeedLink>> discover(@NotNull @Valid Question question) {
    return discovery.feeds(WebLink.absolute(question.url()).orElseThrow());
  }
}
