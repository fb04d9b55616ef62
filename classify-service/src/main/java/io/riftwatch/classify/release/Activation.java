package io.riftwatch.classify.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * That a rule pack was put in force.
 *
 * @param generation counts the activations of all languages
 * @param language ISO 639-1
 * @param version of the pack
 * @param builtIn whether it is the one that the service brings along, of whatever version
 * @param kind how it came
 * @param previous generation of the activation that a rollback goes back to; empty where it goes
 *     back to the built-in pack
 * @param activatedAt when
 */
public record Activation(
    long generation,
    String language,
    String version,
    boolean builtIn,
    Kind kind,
    @JsonIgnore Optional<Long> previous,
    Instant activatedAt) {

  /** How a pack came to be in force. */
  public enum Kind {
    ACTIVATION,
    ROLLBACK
  }
}
