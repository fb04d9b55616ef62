package io.riftwatch.classify.release;

import io.riftwatch.runtime.paging.Cursors;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.paging.OpaqueKey;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Puts the rule packs of a language in force, and goes back. */
@Path("/api/v1/rulepacks/{language}")
public class ActivationResource {

  private static final Logger LOG = Logger.getLogger(ActivationResource.class);
  private static final Pattern GENERATION = Pattern.compile("\\d{1,18}");

  private final PackShelf shelf;
  private final Activations activations;
  private final PacksInForce inForce;

  ActivationResource(PackShelf shelf, Activations activations, PacksInForce inForce) {
    this.shelf = shelf;
    this.activations = activations;
    this.inForce = inForce;
  }

  /** Puts a pack in force on every replica. */
  @POST
  @Path("{version}/activation")
  public Uni<PackView> activate(String language, String version) {
    return shelf
        .one(language, version)
        .chain(
            pack ->
                advance(
                    language,
                    history ->
                        switch (pack.origin()) {
                          case BUILT_IN -> history.toBuiltIn();
                          case UPLOADED -> history.toUploaded(version);
                        }))
        .chain(() -> shelf.one(language, version));
  }

  /** Goes back to the pack that was in force before. */
  @POST
  @Path("rollback")
  public Uni<Activation> rollBack(String language) {
    return advance(language, History::back)
        .map(activation -> activation.orElseThrow(() -> unmoved(language)));
  }

  private Uni<Optional<Activation>> advance(
      String language, Function<History, Optional<History.Step>> step) {
    return activations
        .advance(language, shelf.builtIn(language), step)
        .invoke(activation -> activation.ifPresent(ActivationResource::log))
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
  @Path("activations")
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
    return Cursors.key(cursor, GENERATION).map(Long::valueOf).orElse(Long.MAX_VALUE);
  }
}
