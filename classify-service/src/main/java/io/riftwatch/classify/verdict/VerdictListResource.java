package io.riftwatch.classify.verdict;

import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Cursors;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.function.Function;

/** Lists the verdicts. */
@Path("/api/v1/verdicts")
public class VerdictListResource {

  private final VerdictStore store;

  VerdictListResource(VerdictStore store) {
    this.store = store;
  }

  /** The latest verdict on each signal, the latest first. */
  @GET
  public Uni<Listing<Verdict>> list(
      @QueryParam("verdict") @DefaultValue("") String verdict,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return store
        .list(ruling(verdict), Cursors.place(cursor), limit + 1)
        .map(
            found ->
                Listing.of(
                    found,
                    limit,
                    Function.identity(),
                    last -> new Cursor(last.givenAt(), last.signal().id()).encode()));
  }

  private static Optional<Ruling> ruling(String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.known("verdict", name, Ruling.class));
  }
}
