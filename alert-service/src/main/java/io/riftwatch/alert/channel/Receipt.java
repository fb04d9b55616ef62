package io.riftwatch.alert.channel;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What became of one attempt to send an alert. */
public sealed interface Receipt {

  /** What a receipt says, in one word. */
  enum Outcome {
    ACCEPTED,
    RETRY,
    REFUSED
  }

  /** HTTP status of the other side's answer, where there was one. */
  Optional<Integer> status();

  /** What the other side said, or what went wrong. */
  String note();

  /** The one of three answers that is for this receipt. */
  <T> T match(
      Function<Accepted, T> accepted, Function<Retry, T> retry, Function<Refused, T> refused);

  /** Which of the three it is. */
  default Outcome outcome() {
    return match(a -> Outcome.ACCEPTED, r -> Outcome.RETRY, r -> Outcome.REFUSED);
  }

  /** The other side has it. */
  record Accepted(Optional<Integer> status, String note) implements Receipt {

    public Accepted {
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(note, "note");
    }

    @Override
    public <T> T match(
        Function<Accepted, T> accepted, Function<Retry, T> retry, Function<Refused, T> refused) {
      return accepted.apply(this);
    }
  }

  /**
   * It may go better later.
   *
   * @param after how long the other side asks to wait, where it does
   */
  record Retry(Optional<Integer> status, Optional<Duration> after, String note) implements Receipt {

    public Retry {
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(note, "note");
    }

    @Override
    public <T> T match(
        Function<Accepted, T> accepted, Function<Retry, T> retry, Function<Refused, T> refused) {
      return retry.apply(this);
    }
  }

  /** It will not go better until somebody changes something. */
  record Refused(Optional<Integer> status, String note) implements Receipt {

    public Refused {
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(note, "note");
    }

    @Override
    public <T> T match(
        Function<Accepted, T> accepted, Function<Retry, T> retry, Function<Refused, T> refused) {
      return refused.apply(this);
    }
  }
}
