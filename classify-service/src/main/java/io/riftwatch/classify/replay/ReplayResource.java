package io.riftwatch.classify.replay;

import io.riftwatch.classify.article.ArticleRange;
import io.riftwatch.classify.article.ArticleStore;
import io.riftwatch.classify.article.AskedRange;
import io.riftwatch.classify.difference.Difference.Kind;
import io.riftwatch.classify.release.PacksInForce;
import io.riftwatch.classify.replay.Replay.State;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Cursors;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.paging.OpaqueKey;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Codes stored articles again, and on approval corrects what was published. */
@Path("/api/v1/replays")
public class ReplayResource {

  private static final Logger LOG = Logger.getLogger(ReplayResource.class);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /**
   * A replay to begin.
   *
   * @param language ISO 639-1
   * @param version of a rule pack, in force or not
   * @param from RFC 3339; null for the oldest article
   * @param to RFC 3339; null for now
   */
  public record Order(
      @NotBlank String language, @NotBlank String version, Instant from, Instant to) {}

  private final ReplayStore store;
  private final DifferenceStore differences;
  private final ArticleStore articles;
  private final PacksInForce packs;
  private final InstantSource clock;

  ReplayResource(
      ReplayStore store,
      DifferenceStore differences,
      ArticleStore articles,
      PacksInForce packs,
      InstantSource clock) {
    this.store = store;
    this.differences = differences;
    this.articles = articles;
    this.packs = packs;
    this.clock = clock;
  }

  /** Begins a replay, which goes on in the background. */
  @POST
  public Uni<Response> begin(@NotNull @Valid Order order) {
    ArticleRange range =
        new AskedRange(order.from(), order.to()).of(order.language(), clock.instant());
    return packs
        .classifierAskedFor(order.language(), order.version())
        .chain(() -> articles.count(range))
        .chain(all -> store.add(range, order.version(), all))
        .invoke(replay -> LOG.infof("Replay %s with %s is begun", replay.id(), replay.version()))
        .map(
            replay ->
                Response.created(URI.create("/api/v1/replays/" + replay.id()))
                    .entity(replay)
                    .build());
  }

  /** Lists the replays, the latest first. */
  @GET
  public Uni<Listing<Replay>> list(
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return store
        .list(Cursors.place(cursor), limit + 1)
        .map(
            found ->
                Listing.of(
                    found,
                    limit,
                    Function.identity(),
                    last -> new Cursor(last.createdAt(), last.id()).encode()));
  }

  @GET
  @Path("{id}")
  public Uni<Replay> one(String id) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(() -> new NotFoundException("no replay has the id " + id)));
  }

  /**
   * Lists what a replay found so far, by article from the newest to the oldest.
   *
   * @param kind GAINED, LOST or CHANGED; empty for all
   */
  @GET
  @Path("{id}/differences")
  public Uni<Listing<Numbered>> differences(
      String id,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    Optional<Kind> asked = kind(kind);
    int first = first(cursor);
    return one(id)
        .chain(replay -> differences.list(id, asked, first, limit + 1))
        .map(found -> page(found, limit));
  }

  private static Listing<Numbered> page(List<Numbered> found, int limit) {
    return Listing.of(
        found, limit, Function.identity(), last -> OpaqueKey.of("" + (last.number() + 1)));
  }

  private static Optional<Kind> kind(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(Problem.known("kind", name, Kind.class));
  }

  private static int first(String cursor) {
    return Cursors.key(cursor, NUMBER).map(Integer::valueOf).orElse(0);
  }

  /**
   * Publishes corrections: what is gained and changed as signals, what is lost as withdrawals. A
   * second approval changes nothing.
   */
  @POST
  @Path("{id}/approval")
  public Uni<Replay> approve(String id) {
    return store
        .approve(id)
        .invoke(
            approved -> {
              if (approved) {
                LOG.infof("Replay %s is approved", id);
              }
            })
        .chain(() -> one(id))
        .invoke(ReplayResource::checkApproved);
  }

  private static void checkApproved(Replay replay) {
    if (replay.state() == State.CODING || replay.state() == State.FAILED) {
      throw new ClientErrorException(
          "the replay is " + replay.state() + ": one that is CODED can be approved",
          Response.Status.CONFLICT);
    }
  }

  /** Discards a replay; what it published stays. */
  @DELETE
  @Path("{id}")
  public Uni<Void> discard(String id) {
    return store
        .discard(id)
        .chain(
            discarded ->
                discarded
                    ? Uni.createFrom().voidItem()
                    : one(id).invoke(r -> busy()).replaceWithVoid());
  }

  private static void busy() {
    throw new ClientErrorException(
        "the replay is being published: discard it once it is PUBLISHED", Response.Status.CONFLICT);
  }
}
