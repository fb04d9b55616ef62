package io.riftwatch.classify.verdict;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.riftwatch.classify.contract.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operator said of a signal.
 *
 * @param verdict whether the report states it
 * @param note why, null where the operator did not say
 * @param corrected what the report states in its place, null where it was read rightly
 * @param signal as it was read
 * @param correction the number under which its consequences were published
 * @param givenAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
    Ruling verdict,
    String note,
    Correction corrected,
    Signal signal,
    long correction,
    Instant givenAt) {

  /** The signal that counts after this. */
  Optional<Signal> holds() {
    return switch (verdict) {
      case CONFIRMED ->
          Optional.of(Optional.ofNullable(corrected).map(c -> c.of(signal)).orElse(signal));
      case REJECTED -> Optional.empty();
    };
  }

  /** The id of the signal that stands in its place, null where none does. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String correctedId() {
    return holds().map(Signal::id).filter(id -> !id.equals(signal.id())).orElse(null);
  }

  /** Whether another says the same of the same. */
  @JsonIgnore
  boolean repeats(Verdict other) {
    return equals(
        new Verdict(other.verdict, other.note, other.corrected, other.signal, correction, givenAt));
  }

  /** Whether a later revision of the report states again what this takes back or corrects. */
  @JsonIgnore
  boolean isUndoneBy(Signal later) {
    return later.correction() == 0
        && later.source().revision() > signal.source().revision()
        && (verdict == Ruling.REJECTED || corrected != null);
  }

  /**
   * What to publish, so that what holds after this counts, and neither what was read nor what held
   * after the verdict before. What holds comes first, so that an incident never stands empty.
   *
   * @param published whether what was read was published
   */
  List<Signal> consequences(Optional<Verdict> before, boolean published) {
    Stream<Signal> stated =
        Stream.concat(
            published ? Stream.of(signal) : Stream.empty(),
            before.flatMap(Verdict::holds).stream());
    List<String> said = new ArrayList<>();
    List<Signal> consequences = new ArrayList<>();
    holds()
        .ifPresent(
            holding -> {
              said.add(holding.id());
              consequences.add(holding.correctedBy(correction));
            });
    stated.forEach(
        gone -> {
          if (!said.contains(gone.id())) {
            said.add(gone.id());
            consequences.add(gone.withdrawnBy(correction));
          }
        });
    return List.copyOf(consequences);
  }
}
