package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.text.Sentence;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads by when a measure must be carried out: within 48 hours, by September 20. */
final class Deadlines {

  private static final Set<SignalType> TYPES =
      EnumSet.of(SignalType.EXPULSION, SignalType.TROOP_EXPULSION, SignalType.EMBASSY_CLOSURE);
  private static final int REACH = 14;
  private static final int HOURS_A_DAY = 24;

  private final RulePack pack;
  private final LocalDate today;
  private final Numbers numbers;
  private final Times times;

  Deadlines(RulePack pack, LocalDate today) {
    this.pack = pack;
    this.today = today;
    this.numbers = new Numbers(pack.numbers());
    this.times = new Times(pack, today);
  }

  /** The deadline that stands in or behind a hit, in its sentence. */
  Optional<LocalDate> of(Sentence sentence, Hit hit) {
    if (!TYPES.contains(hit.trigger().type())) {
      return Optional.empty();
    }
    int to = Math.min(sentence.size(), hit.end() + REACH);
    for (int i = hit.from(); i < to; i++) {
      Optional<LocalDate> found = span(sentence, i, to);
      if (found.isEmpty() && i > 0 && pack.until().contains(sentence.word(i - 1).form())) {
        found = times.dayAhead(sentence, i);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<LocalDate> span(Sentence sentence, int from, int to) {
    if (!sentence.at(from).spoken()) {
      return Optional.empty();
    }
    return numbers
        .at(sentence, from, to)
        .filter(n -> n.value() > 0 && n.to() < sentence.size() && !past(sentence, n.to() + 1))
        .flatMap(
            n ->
                Optional.ofNullable(pack.units().get(sentence.word(n.to()).key()))
                    .map(hours -> inHours((long) n.value() * hours)));
  }

  /** "Two days ago" is no deadline. */
  private boolean past(Sentence sentence, int i) {
    return i < sentence.size() && pack.cues().ages().at(sentence, i - 1).isPresent();
  }

  private LocalDate inHours(long hours) {
    return today.plusDays((hours + HOURS_A_DAY - 1) / HOURS_A_DAY);
  }
}
