package io.riftwatch.ingest.opml;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.riftwatch.ingest.feed.FeedShelf;
import io.riftwatch.ingest.opml.OpmlImport.Summary;
import io.riftwatch.ingest.opml.OpmlReading.NotOpml;
import io.riftwatch.ingest.opml.OpmlReading.Outlines;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.logging.Logger;

/** The list of feeds as OPML. */
@Path("/api/v1/opml")
public class OpmlResource {

  private static final String OPML = "text/x-opml";
  private static final Logger LOG = Logger.getLogger(OpmlResource.class);

  private final FeedShelf shelf;
  private final OpmlImport imports;

  OpmlResource(FeedShelf shelf, OpmlImport imports) {
    this.shelf = shelf;
    this.imports = imports;
  }

  /** All feeds with their settings. */
  @GET
  @Produces({OPML, MediaType.APPLICATION_XML})
  public Uni<String> export() {
    return shelf.all().map(all -> Opml.write(all.stream().map(FeedOutline::of).toList()));
  }

  /** Follows the feeds of the document; one that is refused does not keep the others out. */
  @POST
  @Consumes({OPML, MediaType.APPLICATION_XML, MediaType.TEXT_XML, MediaType.WILDCARD})
  @Produces(MediaType.APPLICATION_JSON)
  @WithTransaction
  public Uni<Summary> load(byte[] body) {
    OpmlReading reading = Opml.read(body);
    if (reading instanceof NotOpml refusal) {
      throw new BadRequestException(refusal.reason());
    }
    return imports
        .of(((Outlines) reading).feeds())
        .invoke(
            summary ->
                LOG.infof(
                    "OPML: %d feeds imported, %d already there, %d refused",
                    summary.imported(), summary.alreadyThere(), summary.refused().size()));
  }
}
