package io.riftwatch.classify.evaluate;

import java.util.Optional;

/**
 * A measure that a report states, as a person reads it.
 *
 * @param frame a status always, actor and target where the report names them
 * @param count persons concerned
 */
public record Label(Frame frame, Optional<Integer> count) {}
