package io.riftwatch.classify.replay;

import io.riftwatch.classify.classification.Signals;
import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.coding.Classifier.Classification;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.difference.Difference;
import io.riftwatch.classify.difference.Readings;
import io.riftwatch.ingest.contract.Article;
import java.util.List;
import java.util.stream.Stream;

/**
 * Codes articles again and holds them against what was published.
 *
 * @param classifier with the rule pack to code with
 * @param language of that rule pack: articles in others are left as they are
 */
record Recoding(Classifier classifier, String language) {

  /**
   * What differs.
   *
   * @throws Uncodable when an article cannot be coded
   * @param published the signals of the articles as they stand
   */
  List<Difference> of(List<Article> articles, List<Signal> published) {
    return articles.stream().flatMap(article -> of(article, published)).toList();
  }

  private Stream<Difference> of(Article article, List<Signal> published) {
    Classification classification = classify(article);
    if (!classification.language().equals(language)) {
      return Stream.empty();
    }
    List<Signal> before =
        published.stream()
            .filter(signal -> signal.source().articleId().equals(article.id()))
            .filter(signal -> !signal.withdrawn())
            .toList();
    return Readings.between(before, Signals.of(article, classification)).stream();
  }

  private Classification classify(Article article) {
    try {
      return Signals.classify(classifier, article);
    } catch (RuntimeException e) {
      throw new Uncodable(article.id(), e);
    }
  }
}
