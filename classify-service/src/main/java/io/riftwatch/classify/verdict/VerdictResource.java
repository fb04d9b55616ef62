package io.riftwatch.classify.verdict;

import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;

/** Takes an operator's verdict on a signal. */
@Path("/api/v1/signals/{id}/verdict")
public class VerdictResource {

  /**
   * What an operator says.
   *
   * @param verdict whether the report states the signal
   * @param note why; null
   * @param corrected what the report states in its place; null where it was read rightly
   */
  public record Draft(@NotNull Ruling verdict, String note, @Valid Correction corrected) {}

  private final Judge judge;
  private final VerdictStore store;
  private final VerdictConfig config;

  VerdictResource(Judge judge, VerdictStore store, VerdictConfig config) {
    this.judge = judge;
    this.store = store;
    this.config = config;
  }

  /** Gives a verdict, in place of the one before. */
  @POST
  public Uni<Verdict> give(String id, @NotNull @Valid Draft draft) {
    if (draft.verdict() == Ruling.REJECTED && draft.corrected() != null) {
      throw Problem.ofField(
              "corrected", "goes with CONFIRMED: the report states a measure, though another one")
          .asException();
    }
    if (draft.note() != null && draft.note().length() > config.maxNote()) {
      throw Problem.ofField("note", "is longer than " + config.maxNote() + " characters")
          .asException();
    }
    return judge.judge(
        id,
        new Judge.Opinion(
            draft.verdict(),
            Optional.ofNullable(draft.note()),
            Optional.ofNullable(draft.corrected())));
  }

  @GET
  public Uni<Verdict> one(String id) {
    return store
        .find(id)
        .map(
            found ->
                found.orElseThrow(
                    () -> new NotFoundException("no verdict was given on a signal " + id)));
  }
}
