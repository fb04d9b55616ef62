package io.riftwatch.classify.release;

import io.riftwatch.classify.release.PackCheck.Mistaken;
import io.riftwatch.classify.release.PackCheck.Usable;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The rule packs over REST. */
@Path("/api/v1/rulepacks")
public class RulePackResource {

  private static final String ZIP = "application/zip";
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
  private final PackConfig config;

  RulePackResource(PackShelf shelf, PackStore store, PackConfig config) {
    this.shelf = shelf;
    this.store = store;
    this.config = config;
  }

  /** All packs, built-in and uploaded: there is no further page. */
  @GET
  public Uni<Listing<PackView>> list() {
    return shelf.list().map(all -> new Listing<>(all, Optional.empty()));
  }

  /** Takes a pack as a draft; one with mistakes is refused with all that were found. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> upload(@NotNull @Valid Upload upload) {
    return take(() -> new PackFiles(upload.files()), Optional.ofNullable(upload.language()));
  }

  /** Takes a pack as {@link #upload(Upload)} does, as a ZIP archive of its files. */
  @POST
  @Consumes(ZIP)
  public Uni<Response> upload(byte[] archive) {
    return take(() -> unpacked(archive), Optional.empty());
  }

  private PackFiles unpacked(byte[] archive) {
    try {
      return Archive.read(archive, config.maxCharacters());
    } catch (IOException e) {
      throw Problem.of(400, "the archive cannot be read: " + e.getMessage()).asException();
    }
  }

  private record Checked(PackFiles files, PackCheck.Outcome outcome) {}

  private Uni<Response> take(Supplier<PackFiles> upload, Optional<String> language) {
    return Uni.createFrom()
        .item(() -> check(upload.get()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(checked -> answer(checked, language));
  }

  private Checked check(PackFiles files) {
    if (files.characters() > config.maxCharacters()) {
      throw Problem.of(
              413, "the files are longer than " + config.maxCharacters() + " characters together")
          .asException();
    }
    return new Checked(files, PackCheck.of(files, config.maxMistakes()));
  }

  private Uni<Response> answer(Checked checked, Optional<String> language) {
    if (checked.outcome() instanceof Usable usable) {
      return keep(usable.pack(), checked.files(), language);
    }
    List<Mistake> mistakes = ((Mistaken) checked.outcome()).mistakes();
    return Uni.createFrom().item(PackProblem.answer(mistakes));
  }

  private Uni<Response> keep(RulePack pack, PackFiles files, Optional<String> claimed) {
    String language = pack.language();
    String version = pack.version();
    if (claimed.filter(claim -> !claim.equals(language)).isPresent()) {
      throw Problem.ofField("language", "is " + claimed.get() + ", but pack.yaml says " + language)
          .asException();
    }
    return add(pack, files)
        .invoke(() -> LOG.infof("Rule pack %s %s is uploaded", language, version))
        .chain(() -> shelf.oneWithFiles(language, version))
        .map(view -> Response.created(address(language, version)).entity(view).build());
  }

  private Uni<Void> add(RulePack pack, PackFiles files) {
    Uni<Boolean> added =
        shelf.isBuiltIn(pack.language(), pack.version())
            ? Uni.createFrom().item(false)
            : store.add(pack, files);
    return added.invoke(isNew -> checkNew(isNew, pack)).replaceWithVoid();
  }

  private static void checkNew(boolean isNew, RulePack pack) {
    if (!isNew) {
      throw new ClientErrorException(
          "a rule pack of %s has the version %s: raise 'version' in pack.yaml"
              .formatted(pack.language(), pack.version()),
          Status.CONFLICT);
    }
  }

  private static URI address(String language, String version) {
    return URI.create("/api/v1/rulepacks/" + language + "/" + version);
  }

  /** A pack with its files. */
  @GET
  @Path("{language}/{version}")
  public Uni<PackView> one(String language, String version) {
    return shelf.oneWithFiles(language, version);
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
    return shelf
        .one(language, version)
        .map(
            pack -> {
              throw new ClientErrorException(
                  version + " is no draft: it is built in, or was in force", Status.CONFLICT);
            });
  }
}
