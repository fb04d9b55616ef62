package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.Preview;
import io.riftwatch.ingest.parse.FeedBody;
import io.riftwatch.ingest.parse.FeedParser;
import io.riftwatch.ingest.parse.FeedReading;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
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

  private final Preview preview;
  private final FeedParser parser;

  FeedPreviewResource(Preview preview, FeedParser parser) {
    this.preview = preview;
    this.parser = parser;
  }

  /** Fetches and parses a feed; nothing is stored. */
  @POST
  public Uni<FeedPreview> preview(@NotNull @Valid Question question) {
    return preview.of(WebLink.absolute(question.url()).orElseThrow(), this::read);
  }

  private FeedPreview read(Fetched fetched) {
    FeedReading reading =
        parser.parse(FeedBody.of(fetched.body(), fetched.url(), fetched.answer()::header));
    if (reading instanceof Unreadable unreadable) {
      throw Preview.refusal(fetched.url() + " cannot be read: " + unreadable.message());
    }
    return FeedPreview.of(((Readable) reading).feed());
  }
}
