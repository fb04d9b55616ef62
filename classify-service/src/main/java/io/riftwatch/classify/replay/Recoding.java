package io.riftwatch.classify.replay;

import io.riftwatch.classify.classification.Signals;
import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.coding.Classifier.Classification;
import io.riftwatch.classify.difference.Difference;
import io.riftwatch.classify.difference.Readings;
import io.riftwatch.classify.signal.JudgedSignal;
import io.riftwatch.ingest.contract.Article;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Codes articles again and holds them against the signals as they stand.
 *
 * @param classifier with the rule pack to code with
 * @param language of that rule pack: articles in others are left as they are
 */
record Recoding(Classifier classifier, String language) {

  /**
   * What differs. On what operators judged, their verdicts stand.
   *
   * @throws Uncodable when an article cannot be coded
   * @param stored the signals of the articles as they stand
   */
  List<Difference> of(List<Article> articles, List<JudgedSignal> stored) {
    Map<String, List<JudgedSignal>> byArticle = JudgedSignal.byArticle(stored);
    return articles.stream()
        .flatMap(article -> of(article, byArticle.getOrDefault(article.id(), List.of())))
        .toList();
  }

  private Stream<Difference> of(Article article, List<JudgedSignal> known) {
    Classification classification = classify(article);
    if (!classification.language().equals(language)) {
      return Stream.empty();
    }
    Set<String> judged =
        known.stream()
            .filter(JudgedSignal::isJudged)
            .map(signal -> signal.signal().id())
            .collect(Collectors.toSet());
    return Readings.between(
        known.stream()
            .map(JudgedSignal::signal)
            .filter(signal -> !signal.withdrawn() && !judged.contains(signal.id()))
            .toList(),
        Signals.of(article, classification).stream()
            .filter(signal -> !judged.contains(signal.id()))
            .toList())
        .stream();
  }

  private Classification classify(Article article) {
    try {
      return Signals.classify(classifier, article);
    } catch (RuntimeException e) {
      throw new Uncodable(article.id(), e);
    }
  }
}
