package io.riftwatch.classify.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.riftwatch.classify.contract.Signal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A stored signal.
 *
 * @param signal as it was stated last
 * @param state how far it has come
 * @param published whether it was ever published
 */
public record JudgedSignal(
    @JsonUnwrapped Signal signal, SignalState state, @JsonIgnore boolean published) {

  /** Signals by the ids of their articles, those of an article in the order given. */
  public static Map<String, List<JudgedSignal>> byArticle(List<JudgedSignal> signals) {
    return signals.stream().collect(Collectors.groupingBy(s -> s.signal().source().articleId()));
  }

  /** Whether an operator gave a verdict on it. */
  @JsonIgnore
  public boolean isJudged() {
    return switch (state) {
      case CONFIRMED, REJECTED -> true;
      case PUBLISHED, REVIEW -> false;
    };
  }
}
