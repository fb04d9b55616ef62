package io.riftwatch.classify.evaluation;

import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.evaluate.Evaluation;
import io.riftwatch.classify.evaluate.Evaluator;
import io.riftwatch.classify.evaluate.LabelledReport;
import io.riftwatch.classify.release.PacksInForce;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Has labelled reports read by the rule packs that are asked for, and stores what came of it. */
@ApplicationScoped
class Examiner {

  /**
   * What is asked for.
   *
   * @param language only its reports; empty for all
   * @param version of its rule pack; empty for that in force
   */
  record Wish(ReportSet set, Optional<String> language, Optional<String> version) {

    Wish {
      if (version.isPresent() && language.isEmpty()) {
        throw Problem.ofField("language", "is missing: name the language of the rule pack")
            .asException();
      }
    }
  }

  private final PacksInForce packs;
  private final EvaluationStore store;
  private final EvaluationConfig config;
  private final InstantSource clock;

  Examiner(
      PacksInForce packs, EvaluationStore store, EvaluationConfig config, InstantSource clock) {
    this.packs = packs;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  Uni<EvaluationView> examine(List<LabelledReport> all, Wish wish) {
    List<LabelledReport> reports =
        all.stream()
            .filter(report -> wish.language().map(report.language()::equals).orElse(true))
            .toList();
    check(reports);
    return classifier(wish)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(classifier -> new Evaluator(classifier, clock).evaluate(reports))
        .map(evaluation -> view(evaluation, wish))
        .call(store::add);
  }

  private void check(List<LabelledReport> reports) {
    if (reports.isEmpty()) {
      throw Problem.of(400, "the set has no labelled report of what is asked for").asException();
    }
    if (reports.size() > config.maxReports()) {
      throw Problem.of(
              413,
              "%d labelled reports are more than %d: send fewer, or ask for one language"
                  .formatted(reports.size(), config.maxReports()))
          .asException();
    }
  }

  private Uni<Classifier> classifier(Wish wish) {
    return wish.version()
        .map(version -> packs.classifierAskedFor(wish.language().orElseThrow(), version))
        .orElseGet(() -> Uni.createFrom().item(packs.classifier()));
  }

  private EvaluationView view(Evaluation evaluation, Wish wish) {
    Map<String, String> versions = new TreeMap<>();
    for (String language : evaluation.languages().keySet()) {
      packs.packs().of(language).map(RulePack::version).ifPresent(v -> versions.put(language, v));
    }
    wish.version().ifPresent(version -> versions.put(wish.language().orElseThrow(), version));
    return EvaluationView.of(
        UUID.randomUUID().toString(),
        clock.instant(),
        new Subject(wish.set(), wish.language().orElse(null), versions),
        evaluation,
        config.maxErrors());
  }
}
