package io.riftwatch.ingest.article;

import io.riftwatch.ingest.contract.Article;
import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.extract.PageReader;
import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.feed.WebAddress;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.Preview;
import io.riftwatch.ingest.language.Languages;
import io.riftwatch.runtime.paging.Cursors;
import io.riftwatch.runtime.paging.Listing;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The articles over REST. */
@Path("/api/v1/articles")
public class ArticleResource {

  record Question(@NotBlank @WebAddress String url) {}

  /** What a page holds for a reader; what it does not say is null. */
  public record ArticlePreview(
      URI url,
      URI canonicalUrl,
      String title,
      String text,
      String language,
      String author,
      Instant publishedAt,
      Instant modifiedAt) {

    static ArticlePreview of(Page page, Optional<String> language) {
      return new ArticlePreview(
          page.url(),
          CanonicalUrl.of(page.canonicalUrl()),
          page.title(),
          page.text(),
          language.orElse(null),
          page.author().orElse(null),
          page.publishedAt().orElse(null),
          page.modifiedAt().orElse(null));
    }
  }

  private final ArticleShelf shelf;
  private final Preview preview;
  private final PageReader reader;
  private final Languages languages;

  ArticleResource(ArticleShelf shelf, Preview preview, PageReader reader, Languages languages) {
    this.shelf = shelf;
    this.preview = preview;
    this.reader = reader;
    this.languages = languages;
  }

  /** Lists the articles, the last seen first. */
  @GET
  public Uni<Listing<Article>> list(
      @QueryParam("feed") @DefaultValue("") String feed,
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("wireGroup") @DefaultValue("") String wireGroup,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return shelf.list(feed, words, wireGroup, Cursors.place(cursor), limit);
  }

  /** The same as an Atom feed, without a cursor. */
  @GET
  @Path("atom")
  @Produces(MediaType.APPLICATION_ATOM_XML)
  public Uni<String> atom(
      @QueryParam("feed") @DefaultValue("") String feed,
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("wireGroup") @DefaultValue("") String wireGroup,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit,
      @Context UriInfo asked) {
    String title = words.isBlank() ? "Riftwatch articles" : "Riftwatch articles: " + words;
    return shelf
        .list(feed, words, wireGroup, Cursors.place(""), limit)
        .map(found -> ArticleFeed.of(id(asked), title, found.items()));
  }

  private static String id(UriInfo asked) {
    String question = asked.getRequestUri().getRawQuery();
    return "urn:riftwatch:articles" + (question == null ? "" : "?" + question);
  }

  @GET
  @Path("{id}")
  public Uni<Article> one(String id) {
    return shelf.one(id);
  }

  /** Fetches a page and reads the article in it; nothing is stored. */
  @POST
  @Path("preview")
  public Uni<ArticlePreview> preview(@NotNull @Valid Question question) {
    return preview.of(WebLink.absolute(question.url()).orElseThrow(), this::read);
  }

  private ArticlePreview read(Fetched fetched) {
    Page page = reader.read(fetched.body(), fetched.contentType(), fetched.url());
    return ArticlePreview.of(page, languages.of(page.title(), page.text(), page.language()));
  }
}
