package io.riftwatch.classify.coding;

import io.riftwatch.classify.language.Languages;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Codes reports of any language: finds the language, then the rule pack, then the measures. */
public final class Classifier {

  /**
   * What was read in a report.
   *
   * @param language ISO 639-1, or {@code und}
   * @param rulepack version of the pack that read it; empty where no pack knows the language
   * @param codings the measures, in the order the report states them
   */
  public record Classification(String language, Optional<String> rulepack, List<Coding> codings) {

    public Classification {
      codings = List.copyOf(codings);
    }
  }

  private record Reader(RulePack pack, Coder coder) {}

  private final Languages languages = new Languages();
  private final Map<String, Reader> readers;

  public Classifier(RulePacks packs) {
    this.readers =
        packs.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    RulePack::language, pack -> new Reader(pack, new Coder(pack))));
  }

  /**
   * The measures of a report.
   *
   * @param claimed the language its outlet says it is written in
   */
  public Classification classify(Report report, Optional<String> claimed) {
    String language = languages.of(claimed, report.title(), report.text());
    Optional<Reader> reader = Optional.ofNullable(readers.get(language));
    return new Classification(
        language,
        reader.map(r -> r.pack().version()),
        reader.map(r -> r.coder().code(report)).orElse(List.of()));
  }
}
