package io.riftwatch.alert.incident;

import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.contract.Evidence.Field;
import io.riftwatch.classify.contract.Evidence.Role;
import java.util.Comparator;
import java.util.List;

/** The words of a report that state a measure, put together from the spans of a signal. */
final class Quote {

  private static final String GAP = " … ";
  private static final int ADJACENT = 1;

  private Quote() {}

  /** The sentence that states it; without one, the spans beside the trigger, gaps marked. */
  static String of(List<Evidence> evidence) {
    return evidence.stream()
        .filter(span -> span.role() == Role.SENTENCE)
        .findFirst()
        .map(span -> span.quote().strip())
        .orElseGet(() -> joined(evidence));
  }

  private static String joined(List<Evidence> evidence) {
    Field field =
        evidence.stream()
            .filter(span -> span.role() == Role.TRIGGER)
            .map(Evidence::field)
            .findFirst()
            .orElse(Field.text);
    List<Evidence> spans =
        evidence.stream()
            .filter(span -> span.field() == field)
            .sorted(
                Comparator.comparingInt(Evidence::start)
                    .thenComparing(Comparator.comparingInt(Evidence::end).reversed())
                    .thenComparing(Evidence::quote))
            .toList();
    StringBuilder quote = new StringBuilder();
    int end = 0;
    for (Evidence span : spans) {
      if (quote.length() > 0 && span.start() < end) {
        continue;
      }
      if (quote.length() > 0) {
        quote.append(span.start() - end <= ADJACENT ? " " : GAP);
      }
      quote.append(span.quote().strip());
      end = span.end();
    }
    return quote.toString();
  }
}
