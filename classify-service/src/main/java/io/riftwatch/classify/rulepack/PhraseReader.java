package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.lexicon.Phrase;
import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.text.Morphology;
import java.util.List;

/**
 * Reads lists of phrases; a mistake in one names its line.
 *
 * @param morphology of the pack's language
 */
record PhraseReader(Morphology morphology) {

  /** The phrases that one item is short for. */
  List<Phrase> item(Yaml item) {
    return item(item, item.text());
  }

  /** The phrases that a text at a place in the file is short for. */
  List<Phrase> item(Yaml at, String text) {
    try {
      return Phrase.all(text, morphology);
    } catch (IllegalArgumentException e) {
      throw at.mistake(e.getMessage());
    }
  }

  /** The phrases of a list. */
  List<Phrase> list(Yaml list) {
    return list.items().stream().flatMap(item -> item(item).stream()).toList();
  }

  /** An index of a list's phrases, each standing for the item as written. */
  PhraseIndex<String> index(Yaml list) {
    PhraseIndex<String> index = new PhraseIndex<>();
    list.items().forEach(item -> item(item).forEach(phrase -> index.add(phrase, item.text())));
    return index;
  }
}
