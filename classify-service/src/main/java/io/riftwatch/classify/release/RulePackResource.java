package io.riftwatch.classify.release;

import io.riftwatch.classify.release.PackCheck.Mistaken;
import io.riftwatch.classify.release.PackCheck.Usable;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.paging.OpaqueKey;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Uploads rule packs, and puts them in force. */
@Path("/api/v1/rulepacks")
public class RulePackResource {

  private static final Logger LOG = Logger.getLogger(RulePackResource.class);

  /**
   * A rule pack to upload.
   *
   * @param language ISO 639-1, to be held against what the pack says; null to take its word
   * @param files contents by name
   */
  public record Upload(String language, @NotEmpty Map<String, @NotNull String> files) {}

  private final PackShelf shelf;
  private final PackStore store;
  private final Activations activations;
  private final PacksInForce inForce;
  private final PackConfig config;

  RulePackResource(
      PackShelf shelf,
      PackStore store,
      Activations activations,
      PacksInForce inForce,
      PackConfig config) {
    this.shelf = shelf;
    this.store = store;
    this.activations = activations;
    this.inForce = inForce;
    this.config = config;
  }

  /** All packs, built-in and uploaded: there is no further page. */
  @GET
  public Uni<Listing<PackView>> list() {
    return shelf.list().map(all -> new Listing<>(all, Optional.empty()));
  }

  /** Takes a pack as a draft; one with mistakes is refused with all that were found. */
  @POST
  public Uni<Response> upload(@NotNull @Valid Upload upload) {
    PackFiles files = new PackFiles(upload.files());
    if (files.characters() > config.maxCharacters()) {
      throw Problem.of(
              413, "the files are longer than " + config.maxCharacters() + " characters together")
          .asException();
    }
    return Uni.createFrom()
        .item(() -> PackCheck.of(files, config.maxMistakes()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            outcome -> {
              if (outcome instanceof Mistaken mistaken) {
                return Uni.createFrom().item(PackProblem.answer(mistaken.mistakes()));
              }
              return keep(((Usable) outcome), files, upload.language());
            });
  }

  private Uni<Response> keep(Usable usable, PackFiles files, String claimed) {
    String language = usable.pack().language();
    String version = usable.pack().version();
    if (claimed != null && !claimed.equals(language)) {
      throw Problem.ofField("language", "is " + claimed + ", but pack.yaml says " + language)
          .asException();
    }
    if (shelf.isBuiltIn(language, version)) {
      throw taken(language, version);
    }
    return store
        .add(usable.pack(), files)
        .invoke(
            added -> {
              if (!added) {
                throw taken(language, version);
              }
              LOG.infof("Rule pack %s %s is uploaded", language, version);
            })
        .chain(() -> one(language, version))
        .map(view -> Response.created(address(language, version)).entity(view).build());
  }

  private static URI address(String language, String version) {
    return URI.create("/api/v1/rulepacks/" + language + "/" + version);
  }

  private static ClientErrorException taken(String language, String version) {
    return new ClientErrorException(
        "a rule pack of "
            + language
            + " has the version "
            + version
            + ": raise 'version' in pack.yaml",
        Status.CONFLICT);
  }

  /** A pack with its files. */
  @GET
  @Path("{language}/{version}")
  public Uni<PackView> one(String language, String version) {
    return shelf
        .find(language, version)
        .map(found -> found.orElseThrow(() -> unknown(language, version)));
  }

  /** Deletes a draft; what was in force once stays, for rollbacks and for signals to name. */
  @DELETE
  @Path("{language}/{version}")
  public Uni<Void> delete(String language, String version) {
    return store
        .deleteDraft(language, version)
        .chain(deleted -> deleted ? Uni.createFrom().voidItem() : refuse(language, version))
        .invoke(() -> LOG.infof("Rule pack %s %s is deleted", language, version));
  }

  private Uni<Void> refuse(String language, String version) {
    return one(language, version)
        .map(
            pack -> {
              throw new ClientErrorException(
                  version + " is no draft: it is built in, or was in force", Status.CONFLICT);
            });
  }

  /** Puts a pack in force on every replica. */
  @POST
  @Path("{language}/{version}/activation")
  public Uni<PackView> activate(String language, String version) {
    return one(language, version)
        .chain(
            pack ->
                advance(
                    language,
                    history ->
                        switch (pack.origin()) {
                          case BUILT_IN -> history.toBuiltIn();
                          case UPLOADED -> history.toUploaded(version);
                        }))
        .chain(() -> one(language, version))
        .map(view -> view.with(null));
  }

  /** Goes back to the pack that was in force before. */
  @POST
  @Path("{language}/rollback")
  public Uni<Activation> rollBack(String language) {
    return advance(language, History::back)
        .map(activation -> activation.orElseThrow(() -> unmoved(language)));
  }

  private Uni<Optional<Activation>> advance(
      String language, Function<History, Optional<History.Step>> step) {
    return activations
        .advance(language, shelf.builtIn(language), step)
        .invoke(activation -> activation.ifPresent(RulePackResource::log))
        .call(() -> inForce.refresh());
  }

  private static void log(Activation activation) {
    LOG.infof(
        "Rule pack %s %s is put in force as generation %d",
        activation.language(), activation.version(), activation.generation());
  }

  private static WebApplicationException unmoved(String language) {
    return new ClientErrorException(
        "no other rule pack of " + language + " was in force before", Status.CONFLICT);
  }

  /** When which pack of a language was put in force, the latest first. */
  @GET
  @Path("{language}/activations")
  public Uni<Listing<Activation>> activations(
      String language,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return activations
        .list(language, generation(cursor), limit + 1)
        .map(found -> page(found, limit));
  }

  private static Listing<Activation> page(List<Activation> found, int limit) {
    return Listing.of(
        found, limit, Function.identity(), last -> OpaqueKey.of("" + last.generation()));
  }

  private static long generation(String cursor) {
    return cursor.isEmpty()
        ? Long.MAX_VALUE
        : OpaqueKey.read(cursor)
            .filter(key -> key.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .orElseThrow(
                () ->
                    new BadRequestException(
                        "the cursor is not one that this list gave: pass on \"next\" of the page"
                            + " before, unchanged"));
  }

  private static NotFoundException unknown(String language, String version) {
    return new NotFoundException("no rule pack of " + language + " has the version " + version);
  }
}
