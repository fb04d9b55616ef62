package io.riftwatch.classify.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.riftwatch.classify.article.ArticleRange;
import io.riftwatch.runtime.paging.Cursor;
import java.time.Instant;
import java.util.Optional;

/**
 * Stored articles coded again with a rule pack, to correct what was published.
 *
 * @param id given when it is asked for
 * @param language ISO 639-1
 * @param version of the rule pack
 * @param from earliest time of publication
 * @param to articles are published before it
 * @param createdAt when it was asked for
 * @param state how far it is
 * @param articles how many there were when it was asked for
 * @param coded how many are coded, from the newest to the oldest
 * @param gained measures that were not published
 * @param lost measures that were published and are read no longer
 * @param changed measures that were published otherwise
 * @param published differences whose corrections are published
 * @param problem why it failed; empty unless it did
 * @param place of the article that was coded last
 * @param correction number of its corrections; empty before it is approved
 */
public record Replay(
    String id,
    String language,
    String version,
    Instant from,
    Instant to,
    Instant createdAt,
    State state,
    int articles,
    int coded,
    int gained,
    int lost,
    int changed,
    int published,
    Optional<String> problem,
    @JsonIgnore Cursor place,
    @JsonIgnore Optional<Long> correction) {

  /** How far a replay is. */
  public enum State {
    /** Articles are being coded. */
    CODING,
    /** The differences wait for an operator's approval. */
    CODED,
    /** The corrections are being published. */
    PUBLISHING,
    /** They are all published. */
    PUBLISHED,
    /** The rule pack could not be used. */
    FAILED
  }

  ArticleRange range() {
    return new ArticleRange(language, from, to);
  }

  int differences() {
    return gained + lost + changed;
  }
}
