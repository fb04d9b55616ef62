package io.riftwatch.classify.verdict;

import io.riftwatch.classify.article.ArticleStore;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.evaluate.Frame;
import io.riftwatch.classify.evaluate.Label;
import io.riftwatch.classify.evaluate.LabelledReport;
import io.riftwatch.classify.signal.JudgedSignal;
import io.riftwatch.classify.signal.SignalState;
import io.riftwatch.classify.signal.SignalStore;
import io.riftwatch.ingest.contract.Article;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The articles whose signals operators judged, as labelled reports: confirmed signals are their
 * labels, rejected ones are none, and those without a verdict count for nothing.
 */
@ApplicationScoped
public class JudgedReports {

  private final VerdictStore verdicts;
  private final SignalStore signals;
  private final ArticleStore articles;

  JudgedReports(VerdictStore verdicts, SignalStore signals, ArticleStore articles) {
    this.verdicts = verdicts;
    this.signals = signals;
    this.articles = articles;
  }

  /** Those that were judged last, at most so many. */
  public Uni<List<LabelledReport>> all(int limit) {
    return verdicts
        .articles(limit)
        .chain(
            judged ->
                Uni.combine()
                    .all()
                    .unis(articles.find(judged), signals.ofArticles(judged))
                    .with(JudgedReports::reports));
  }

  private static List<LabelledReport> reports(List<Article> articles, List<JudgedSignal> signals) {
    Map<String, List<JudgedSignal>> byArticle = JudgedSignal.byArticle(signals);
    return articles.stream()
        .map(article -> report(article, byArticle.getOrDefault(article.id(), List.of())))
        .toList();
  }

  static LabelledReport report(Article article, List<JudgedSignal> signals) {
    return new LabelledReport(
        article.id(),
        signals.stream()
            .map(s -> s.signal().source().language())
            .findFirst()
            .orElse(article.language()),
        Optional.of(article.publishedAt()),
        article.title(),
        article.text(),
        Optional.empty(),
        signals.stream()
            .filter(s -> s.state() == SignalState.CONFIRMED)
            .map(JudgedSignal::signal)
            .map(s -> new Label(frame(s), Optional.ofNullable(s.count())))
            .toList(),
        signals.stream()
            .filter(Predicate.not(JudgedSignal::isJudged))
            .map(s -> frame(s.signal()))
            .collect(Collectors.toSet()));
  }

  private static Frame frame(Signal signal) {
    return Frame.of(
        signal.type(),
        Optional.ofNullable(signal.actor()),
        Optional.ofNullable(signal.target()),
        signal.status());
  }
}
