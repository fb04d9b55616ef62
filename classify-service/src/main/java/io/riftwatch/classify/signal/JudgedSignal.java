package io.riftwatch.classify.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.riftwatch.classify.contract.Signal;

/**
 * A stored signal.
 *
 * @param signal as it was stated last
 * @param state how far it has come
 * @param published whether it was ever published
 */
public record JudgedSignal(
    @JsonUnwrapped Signal signal, SignalState state, @JsonIgnore boolean published) {

  /** Whether an operator gave a verdict on it. */
  @JsonIgnore
  public boolean isJudged() {
    return switch (state) {
      case CONFIRMED, REJECTED -> true;
      case PUBLISHED, REVIEW -> false;
    };
  }
}
