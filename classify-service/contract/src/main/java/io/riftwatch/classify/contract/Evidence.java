package io.riftwatch.classify.contract;

import java.util.Objects;

/**
 * The words of the report that carry one part of a signal.
 *
 * @param field where they stand
 * @param start offset of the first character, in UTF-16 units
 * @param end offset behind the last character
 * @param quote the words themselves
 * @param role what they say of the signal
 */
public record Evidence(Field field, int start, int end, String quote, Role role) {

  /** The part of a report that a span points into, named as a report's fields are in JSON. */
  public enum Field {
    title,
    text
  }

  /** What the words of a span say. */
  public enum Role {
    TRIGGER,
    ACTOR,
    TARGET,
    STATUS,
    COUNT,
    /** The whole sentence, as a person would quote it. */
    SENTENCE
  }

  public Evidence {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(quote, "quote");
    Objects.requireNonNull(role, "role");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end + " is not a span");
    }
  }
}
