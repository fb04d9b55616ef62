package io.riftwatch.classify.article;

import io.riftwatch.runtime.problem.Problem;
import java.time.Instant;

/**
 * The time of publication that an operator asks for.
 *
 * @param from null for the oldest article
 * @param to articles are published before it; null for now
 */
public record AskedRange(Instant from, Instant to) {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /**
   * The articles that a rule pack of a language may have to read.
   *
   * @throws jakarta.ws.rs.WebApplicationException 400 when the time runs backwards, or is none that
   *     an article can have
   */
  public ArticleRange of(String language, Instant now) {
    Instant first = from == null ? EARLIEST : from;
    Instant last = to == null ? now : to;
    if (first.isBefore(EARLIEST) || last.isAfter(LATEST) || !first.isBefore(last)) {
      throw Problem.ofField(
              "from",
              first + " to " + last + " is no range: 'from' must be before 'to', 1900 to 9999")
          .asException();
    }
    return new ArticleRange(language, first, last);
  }
}
