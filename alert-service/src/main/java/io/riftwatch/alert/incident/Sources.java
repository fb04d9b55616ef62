package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert.Report;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who reports a measure, and how many of them do so on their own account. Two reports are one
 * source when one outlet published both or when their texts are copies of one dispatch, as their
 * wire groups say or, where those are missing, their SimHashes (Charikar 2002).
 */
final class Sources {

  private static final Comparator<Signal> AS_PUBLISHED =
      Comparator.comparing((Signal s) -> s.source().publishedAt())
          .thenComparing(s -> s.source().outlet())
          .thenComparing(s -> s.source().articleId())
          .thenComparing(Comparator.comparing((Signal s) -> s.source().revision()).reversed())
          .thenComparing(Signal::status)
          .thenComparing(Signal::id);

  private final List<Signal> signals;
  private final List<Signal> perArticle;
  private final Components copies;
  private final Components sources;
  private final Map<String, Integer> positionOf = new TreeMap<>();

  Sources(Collection<Signal> signals, int wireCopyBits) {
    this.signals = signals.stream().sorted(AS_PUBLISHED).toList();
    this.perArticle = new ArrayList<>();
    for (Signal signal : this.signals) {
      String article = signal.source().articleId();
      if (positionOf.putIfAbsent(article, perArticle.size()) == null) {
        perArticle.add(signal);
      }
    }
    this.copies = new Components(perArticle.size());
    this.sources = new Components(perArticle.size());
    join(wireCopyBits);
  }

  private void join(int wireCopyBits) {
    List<Dispatch> dispatches = perArticle.stream().map(s -> Dispatch.of(s.source())).toList();
    for (int later = 0; later < perArticle.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Source a = perArticle.get(earlier).source();
        Source b = perArticle.get(later).source();
        if (dispatches.get(earlier).isCopyOf(dispatches.get(later), wireCopyBits)) {
          copies.join(earlier, later);
          sources.join(earlier, later);
        } else if (a.outlet().equals(b.outlet())) {
          sources.join(earlier, later);
        }
      }
    }
  }

  /** Number of sources that report on their own account. */
  int independent() {
    return sources.count();
  }

  /** One report per article, oldest first. */
  List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < perArticle.size(); i++) {
      Signal signal = perArticle.get(i);
      Source source = signal.source();
      reports.add(
          new Report(
              source.outlet(),
              source.title(),
              source.url(),
              source.language(),
              source.publishedAt(),
              Quote.of(signal.evidence()),
              copies.root(i) != i));
    }
    return List.copyOf(reports);
  }

  /**
   * The value that most independent sources state.
   *
   * @param value what a signal states, null where it states nothing
   * @param preferred decides between values of equal support: the greatest wins
   */
  <T> Optional<T> mostSupported(Function<Signal, T> value, Comparator<T> preferred) {
    Map<T, Set<Integer>> support = new TreeMap<>(preferred);
    for (Signal signal : signals) {
      T stated = value.apply(signal);
      if (stated != null) {
        int position = positionOf.get(signal.source().articleId());
        support.computeIfAbsent(stated, v -> new HashSet<>()).add(sources.root(position));
      }
    }
    Map<T, Integer> sizes =
        support.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().size()));
    return sizes.keySet().stream()
        .max(Comparator.<T>comparingInt(sizes::get).thenComparing(preferred));
  }
}
