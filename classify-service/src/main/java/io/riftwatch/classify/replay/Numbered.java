package io.riftwatch.classify.replay;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.riftwatch.classify.difference.Difference;

/**
 * A difference of a replay.
 *
 * @param number from 0, in the order in which they were found
 */
public record Numbered(int number, @JsonUnwrapped Difference difference) {}
