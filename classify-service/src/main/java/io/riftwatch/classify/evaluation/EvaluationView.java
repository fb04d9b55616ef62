package io.riftwatch.classify.evaluation;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.evaluate.Evaluation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well labelled reports were read.
 *
 * @param overall of all reports
 * @param languages by language
 * @param types full frames by type
 * @param statuses full frames by status
 * @param wrongReports how many reports have an error
 * @param errors the first of them
 */
public record EvaluationView(
    String id,
    Instant createdAt,
    Subject subject,
    HalvesView overall,
    Map<String, HalvesView> languages,
    Map<SignalType, TallyView> types,
    Map<Status, TallyView> statuses,
    int wrongReports,
    List<ErrorView> errors) {

  static EvaluationView of(
      String id, Instant createdAt, Subject subject, Evaluation evaluation, int maxErrors) {
    Map<String, HalvesView> languages = new TreeMap<>();
    evaluation.languages().forEach((name, halves) -> languages.put(name, HalvesView.of(halves)));
    Map<SignalType, TallyView> types = new TreeMap<>();
    evaluation.types().forEach((type, tally) -> types.put(type, TallyView.of(tally)));
    Map<Status, TallyView> statuses = new TreeMap<>();
    evaluation.statuses().forEach((status, tally) -> statuses.put(status, TallyView.of(tally)));
    return new EvaluationView(
        id,
        createdAt,
        subject,
        HalvesView.of(evaluation.overall()),
        languages,
        types,
        statuses,
        evaluation.wrong().size(),
        evaluation.wrong().stream().limit(maxErrors).map(ErrorView::of).toList());
  }

  EvaluationSummary summary() {
    ScoresView all = overall.all();
    return new EvaluationSummary(
        id,
        createdAt,
        subject,
        all.reports(),
        all.alert(),
        all.full(),
        all.calibration().expectedError());
  }
}
