package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.lexicon.Phrase;
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

  private final Morphology morphology;

  CueReader(Morphology morphology) {
    this.morphology = morphology;
  }

  Cues read(Yaml root) {
    Map<String, Yaml> entries =
        root.entries(Set.of("status", "ages", "suppress", "boilerplate", "mutual"));
    PhraseIndex<Cues.StatusCue> status = new PhraseIndex<>();
    root.required(entries, "status")
        .entries(EFFECTS)
        .forEach((effect, scopes) -> status(status, effect, scopes));
    PhraseIndex<Integer> ages = new PhraseIndex<>();
    root.required(entries, "ages")
        .entries()
        .forEach(
            (written, days) ->
                RulePackReader.checked(
                    days, text -> ages.add(Phrase.of(written, morphology), days.number())));
    Map<String, Cues.Suppression> suppress = new HashMap<>();
    root.required(entries, "suppress")
        .entries()
        .forEach((subject, yaml) -> suppress.put(subject, suppression(yaml)));
    return new Cues(
        status,
        ages,
        Map.copyOf(suppress),
        phrases(root.required(entries, "boilerplate")),
        phrases(root.required(entries, "mutual")));
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
              for (Yaml item : list.items()) {
                RulePackReader.checked(item, text -> index.add(Phrase.of(text, morphology), cue));
              }
            });
  }

  private Cues.Suppression suppression(Yaml yaml) {
    Map<String, Yaml> entries = yaml.entries(Set.of("limit", "words"));
    return new Cues.Suppression(
        yaml.required(entries, "limit").number(), phrases(yaml.required(entries, "words")));
  }

  private PhraseIndex<String> phrases(Yaml list) {
    PhraseIndex<String> phrases = new PhraseIndex<>();
    for (Yaml item : list.items()) {
      RulePackReader.checked(item, text -> phrases.add(Phrase.of(text, morphology), text));
    }
    return phrases;
  }
}
