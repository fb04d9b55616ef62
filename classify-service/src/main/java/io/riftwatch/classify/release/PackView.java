package io.riftwatch.classify.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.riftwatch.classify.rulepack.RulePack;
import java.time.Instant;
import java.util.Map;

/**
 * A rule pack over REST.
 *
 * @param language ISO 639-1
 * @param version as it stands in signals
 * @param origin where it comes from
 * @param state whether it codes
 * @param triggers how many rules
 * @param states how many states and blocs it has names of
 * @param uploadedAt null for a built-in one
 * @param files by name; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PackView(
    String language,
    String version,
    Origin origin,
    State state,
    int triggers,
    int states,
    Instant uploadedAt,
    Map<String, String> files) {

  /** Where a pack comes from. */
  public enum Origin {
    BUILT_IN,
    UPLOADED
  }

  /** Whether a pack codes. */
  public enum State {
    /** Never put in force: it may be deleted. */
    DRAFT,
    /** In force. */
    ACTIVE,
    /** In force before another was. */
    RETIRED
  }

  static PackView builtIn(RulePack pack, State state) {
    return new PackView(
        pack.language(),
        pack.version(),
        Origin.BUILT_IN,
        state,
        pack.triggerCount(),
        pack.states().codes().size(),
        null,
        null);
  }

  PackView with(Map<String, String> contents) {
    return new PackView(language, version, origin, state, triggers, states, uploadedAt, contents);
  }
}
