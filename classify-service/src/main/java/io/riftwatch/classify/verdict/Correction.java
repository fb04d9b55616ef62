package io.riftwatch.classify.verdict;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.signal.SignalId;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/**
 * The measure that a report states, in place of what was read.
 *
 * @param actor null where the report does not say
 * @param target null where the report does not say
 * @param count null where the report does not say
 */
public record Correction(
    @NotNull SignalType type,
    @Pattern(regexp = STATE) String actor,
    @Pattern(regexp = STATE) String target,
    @NotNull Status status,
    @Min(1) Integer count) {

  private static final String STATE = "[A-Z]{3,4}";

  /** The signal that this makes of one that was read. */
  Signal of(Signal read) {
    return new Signal(
        SignalId.of(
            read.source().articleId(),
            type,
            Optional.ofNullable(actor),
            Optional.ofNullable(target),
            status),
        type,
        actor,
        target,
        status,
        type.polarity(),
        count,
        domain(read),
        read.announcedOn(),
        read.deadline(),
        read.confidence(),
        read.rule(),
        read.rulepack(),
        read.evidence(),
        read.source(),
        false,
        0);
  }

  private Domain domain(Signal read) {
    return type == read.type() ? read.domain() : null;
  }
}
