package io.riftwatch.classify.evaluate;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well labelled reports were read.
 *
 * @param overall of all reports
 * @param languages by the language that a report is labelled with
 * @param types full frames by type
 * @param statuses full frames by status
 * @param wrong the reports with something missed or found too much, in the set's order
 */
public record Evaluation(
    Halves overall,
    Map<String, Halves> languages,
    Map<SignalType, Tally> types,
    Map<Status, Tally> statuses,
    List<WrongReport> wrong) {

  static Evaluation of(List<Outcome> outcomes) {
    Halves overall = Halves.NONE;
    Map<String, Halves> languages = new TreeMap<>();
    Map<SignalType, Tally> types = new TreeMap<>();
    Map<Status, Tally> statuses = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      Halves halves = Halves.of(outcome);
      overall = overall.plus(halves);
      languages.merge(outcome.report().language(), halves, Halves::plus);
      outcome
          .types()
          .forEach(type -> types.merge(type, outcome.tallyOf(f -> f.type() == type), Tally::plus));
      outcome
          .statuses()
          .forEach(
              status ->
                  statuses.merge(
                      status,
                      outcome.tallyOf(f -> f.status().filter(s -> s == status).isPresent()),
                      Tally::plus));
    }
    return new Evaluation(
        overall,
        languages,
        types,
        statuses,
        outcomes.stream().flatMap(outcome -> outcome.wrong().stream()).toList());
  }

  /** How many signals are missed or found too much. */
  public int errors() {
    Tally full = overall.all().of(Reading.FULL);
    return full.extra() + full.missed();
  }
}
