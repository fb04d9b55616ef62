package io.riftwatch.classify.classification;

import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.coding.Coding;
import io.riftwatch.classify.coding.Report;
import io.riftwatch.classify.confidence.Confidence;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.Source;
import io.riftwatch.classify.signal.SignalId;
import io.riftwatch.ingest.contract.Article;
import java.util.List;
import java.util.Optional;

/** Makes signals of what is coded in an article. */
public final class Signals {

  private Signals() {}

  /** What the classifier reads in an article. */
  public static Classifier.Classification classify(Classifier classifier, Article article) {
    return classifier.classify(
        new Report(article.title(), article.text(), article.publishedAt()),
        Optional.of(article.language()));
  }

  /** The signals that an article's classification stands for. */
  public static List<Signal> of(Article article, Classifier.Classification classification) {
    return classification.codings().stream()
        .map(
            coding ->
                of(
                    article,
                    classification.language(),
                    classification.rulepack().orElseThrow(),
                    coding))
        .toList();
  }

  private static Signal of(Article article, String language, String rulepack, Coding coding) {
    return new Signal(
        SignalId.of(article.id(), coding.type(), coding.actor(), coding.target(), coding.status()),
        coding.type(),
        coding.actor().orElse(null),
        coding.target().orElse(null),
        coding.status(),
        coding.type().polarity(),
        coding.count().orElse(null),
        coding.domain().orElse(null),
        coding.announcedOn().orElse(null),
        coding.deadline().orElse(null),
        Confidence.of(coding),
        coding.rule(),
        rulepack,
        coding.evidence(),
        new Source(
            article.id(),
            article.revision(),
            article.outlet(),
            article.url(),
            article.title(),
            language,
            article.publishedAt(),
            article.seenAt(),
            article.fingerprint(),
            article.wireGroup()),
        false,
        0);
  }
}
