package io.riftwatch.classify.evaluation;

import io.riftwatch.classify.evaluate.GoldFile;
import io.riftwatch.classify.evaluate.GoldReader;
import io.riftwatch.classify.evaluate.GoldSet;
import io.riftwatch.classify.evaluate.LabelledReport;
import io.riftwatch.classify.evaluation.Examiner.Wish;
import io.riftwatch.classify.release.PacksInForce;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.verdict.JudgedReports;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Cursors;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Measures how well reports are read, on reports that people labelled. */
@Path("/api/v1/evaluations")
public class EvaluationResource {

  private static final String JSON_LINES = "application/x-ndjson";
  private static final int UNPROCESSABLE_CONTENT = 422;

  /** A set that the service has. */
  public record Order(@NotNull ReportSet set) {}

  private final Examiner examiner;
  private final JudgedReports judged;
  private final PacksInForce packs;
  private final EvaluationStore store;
  private final EvaluationConfig config;

  EvaluationResource(
      Examiner examiner,
      JudgedReports judged,
      PacksInForce packs,
      EvaluationStore store,
      EvaluationConfig config) {
    this.examiner = examiner;
    this.judged = judged;
    this.packs = packs;
    this.store = store;
    this.config = config;
  }

  /**
   * Evaluates a set that the service has.
   *
   * @param language only its reports
   * @param version of its rule pack, in place of that in force
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> ofSet(
      @NotNull @Valid Order order,
      @QueryParam("language") Optional<String> language,
      @QueryParam("version") Optional<String> version) {
    Wish wish = new Wish(order.set(), language, version);
    Uni<List<LabelledReport>> reports =
        switch (order.set()) {
          case BUILT_IN -> worked(this::builtIn);
          case VERDICTS -> judged.all(config.maxReports());
          case FILE ->
              throw Problem.ofField("set", "is file: send the file itself as " + JSON_LINES)
                  .asException();
        };
    return evaluate(reports, wish);
  }

  private List<LabelledReport> builtIn() {
    return GoldSet.of(packs.packs().all().stream().map(RulePack::language).toList());
  }

  /** Evaluates the labelled reports of the body, one JSON object a line. */
  @POST
  @Consumes(JSON_LINES)
  public Uni<Response> ofFile(
      String file,
      @QueryParam("language") Optional<String> language,
      @QueryParam("version") Optional<String> version) {
    Wish wish = new Wish(ReportSet.FILE, language, version);
    if (file.length() > config.maxCharacters()) {
      throw Problem.of(
              413,
              "the file is longer than " + config.maxCharacters() + " characters: send it in parts")
          .asException();
    }
    return evaluate(worked(() -> labelled(file)), wish);
  }

  private List<LabelledReport> labelled(String file) {
    GoldFile read = GoldReader.read(file);
    if (!read.mistakes().isEmpty()) {
      throw new WebApplicationException(refusal(read.mistakes()));
    }
    return read.reports();
  }

  private Response refusal(List<GoldFile.Mistake> mistakes) {
    List<Problem.Violation> named =
        mistakes.stream()
            .limit(config.maxMistakes())
            .map(mistake -> new Problem.Violation("line " + mistake.line(), mistake.message()))
            .toList();
    return Response.status(UNPROCESSABLE_CONTENT)
        .type(Problem.MEDIA_TYPE)
        .entity(
            new Problem(
                UNPROCESSABLE_CONTENT,
                "Unprocessable Content",
                "%d lines of the file cannot be used, the first is line %d: %s"
                    .formatted(mistakes.size(), mistakes.get(0).line(), mistakes.get(0).message()),
                named))
        .build();
  }

  private static <T> Uni<T> worked(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private Uni<Response> evaluate(Uni<List<LabelledReport>> reports, Wish wish) {
    return reports
        .chain(all -> examiner.examine(all, wish))
        .map(
            evaluation ->
                Response.created(URI.create("/api/v1/evaluations/" + evaluation.id()))
                    .entity(evaluation)
                    .build());
  }

  /** Lists the evaluations, the latest first. */
  @GET
  public Uni<Listing<EvaluationSummary>> list(
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
  public Uni<EvaluationView> one(String id) {
    return store.find(id).map(found -> found.orElseThrow(() -> unknown(id)));
  }

  @DELETE
  @Path("{id}")
  public Uni<Void> delete(String id) {
    return store
        .delete(id)
        .invoke(
            deleted -> {
              if (!deleted) {
                throw unknown(id);
              }
            })
        .replaceWithVoid();
  }

  private static NotFoundException unknown(String id) {
    return new NotFoundException("no evaluation has the id " + id);
  }
}
