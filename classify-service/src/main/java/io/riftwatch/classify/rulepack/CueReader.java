package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.text.Morphology;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code cues.yaml}. */
final class CueReader {

  private static final Set<String> EFFECTS =
      Set.of("threatened", "denied", "reversed", "historical", "void");

  private final PhraseReader phrases;

  CueReader(Morphology morphology) {
    this.phrases = new PhraseReader(morphology);
  }

  Cues read(Yaml root) {
    Map<String, Yaml> entries =
        root.entries(Set.of("status", "ages", "suppress", "boilerplate", "mutual", "same"));
    PhraseIndex<Cues.StatusCue> status = new PhraseIndex<>();
    root.required(entries, "status")
        .entries(EFFECTS)
        .forEach((effect, scopes) -> status(status, effect, scopes));
    PhraseIndex<Cues.Age> ages = new PhraseIndex<>();
    root.required(entries, "ages")
        .entries()
        .forEach((age, days) -> phrases.item(days, age).forEach(p -> ages.add(p, age(days))));
    Map<String, Cues.Suppression> suppress = new HashMap<>();
    root.required(entries, "suppress")
        .entries()
        .forEach((subject, yaml) -> suppress.put(subject, suppression(yaml)));
    return new Cues(
        status,
        ages,
        Map.copyOf(suppress),
        phrases.index(root.required(entries, "boilerplate")),
        phrases.index(root.required(entries, "mutual")),
        entries.containsKey("same") ? phrases.index(entries.get("same")) : new PhraseIndex<>());
  }

  private static Cues.Age age(Yaml written) {
    return written.text().equals("previous month")
        ? new Cues.Age.PreviousMonth()
        : new Cues.Age.Days(written.number());
  }

  private void status(PhraseIndex<Cues.StatusCue> index, String effect, Yaml scopes) {
    scopes
        .entries(Set.of("before", "after", "sentence"))
        .forEach(
            (scope, list) -> {
              Cues.StatusCue cue =
                  new Cues.StatusCue(
                      Cues.Effect.valueOf(effect.toUpperCase(Locale.ROOT)),
                      Cues.Scope.valueOf(scope.toUpperCase(Locale.ROOT)));
              phrases.list(list).forEach(phrase -> index.add(phrase, cue));
            });
  }

  private Cues.Suppression suppression(Yaml yaml) {
    Map<String, Yaml> entries = yaml.entries(Set.of("limit", "words"));
    return new Cues.Suppression(
        yaml.required(entries, "limit").number(), phrases.index(yaml.required(entries, "words")));
  }
}
