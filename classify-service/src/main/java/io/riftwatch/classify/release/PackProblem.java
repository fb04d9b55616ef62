package io.riftwatch.classify.release;

import io.riftwatch.runtime.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * That an uploaded rule pack cannot be used, as a REST answer (RFC 9457 with a member of its own).
 *
 * @param mistakes all that were found, in the order in which the pack is read
 */
record PackProblem(int status, String title, String detail, List<Mistake> mistakes) {

  private static final int UNPROCESSABLE_CONTENT = 422;

  static Response answer(List<Mistake> mistakes) {
    Mistake first = mistakes.get(0);
    String detail =
        "the rule pack cannot be used: %s, line %d: %s%s"
            .formatted(
                first.file(),
                first.line(),
                first.message(),
                mistakes.size() == 1 ? "" : "; and " + (mistakes.size() - 1) + " more");
    return Response.status(UNPROCESSABLE_CONTENT)
        .type(Problem.MEDIA_TYPE)
        .entity(new PackProblem(UNPROCESSABLE_CONTENT, "Unprocessable Content", detail, mistakes))
        .build();
  }
}
