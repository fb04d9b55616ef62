package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of an address that do not change which page it is. */
final class TrackingParameters {

  private static final List<String> LIST =
      WordList.read(TrackingParameters.class, "tracking-parameters.txt").stream()
          .map(parameter -> parameter.toLowerCase(Locale.ROOT))
          .toList();

  private static final Set<String> EXACT =
      LIST.stream().filter(p -> !p.endsWith("*")).collect(Collectors.toUnmodifiableSet());

  private static final List<String> FAMILIES =
      LIST.stream().filter(p -> p.endsWith("*")).map(p -> p.substring(0, p.length() - 1)).toList();

  private TrackingParameters() {}

  /**
   * Whether a parameter is one of them.
   *
   * @param parameter {@code name=value} or a name alone, as it stands in the address
   */
  static boolean contain(String parameter) {
    String lower = parameter.toLowerCase(Locale.ROOT);
    String name = lower.split("=", 2)[0];
    return EXACT.contains(name)
        || EXACT.contains(lower)
        || FAMILIES.stream().anyMatch(lower::startsWith);
  }
}
