package io.riftwatch.classify.lexicon;

import io.riftwatch.classify.text.Morphology;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import io.riftwatch.classify.text.Tokenizer;
import io.riftwatch.classify.text.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of words as a pack writes it, for example {@code throw .. out} or {@code charge|chargé
 * d'affaires}. RULES.md describes the notation.
 */
public final class Phrase {

  private static final int SHORT_GAP = 8;
  private static final int LONG_GAP = 14;

  /** Where noun classes stand in the sentence that is matched against. */
  @FunctionalInterface
  public interface Classes {

    /** End of the mention of the class that begins at the index, or -1. */
    int endOf(String name, int at);

    /** A sentence in which no class is looked for. */
    Classes NONE = (name, at) -> -1;
  }

  /** One way to write one word of a phrase. */
  sealed interface Test {

    boolean accepts(Word word);

    record Key(String key) implements Test {
      @Override
      public boolean accepts(Word word) {
        return word.key().equals(key);
      }
    }

    record Exact(String form) implements Test {
      @Override
      public boolean accepts(Word word) {
        return word.form().equals(form);
      }
    }

    record Prefix(String prefix) implements Test {
      @Override
      public boolean accepts(Word word) {
        return word.form().startsWith(prefix);
      }
    }
  }

  private sealed interface Element {
    record Words(List<Test> tests, boolean optional) implements Element {}

    record Gap(int atMost, boolean overCommas) implements Element {}

    record Slot(String noun) implements Element {}
  }

  private final String written;
  private final List<Element> elements;

  private Phrase(String written, List<Element> elements) {
    this.written = written;
    this.elements = List.copyOf(elements);
  }

  /**
   * Reads a phrase with alternatives of several words, {@code carry_out|announce}, as the phrases
   * it is short for.
   *
   * @throws IllegalArgumentException when the notation is wrong; the message says how
   */
  public static List<Phrase> all(String written, Morphology morphology) {
    List<String> plain = List.of("");
    for (String part : written.strip().split("\\s+")) {
      List<String> choices =
          part.contains("_") ? List.of(part.replace("_", " ").split("\\|")) : List.of(part);
      plain = plain.stream().flatMap(p -> choices.stream().map(c -> p + " " + c)).toList();
    }
    return plain.stream().map(p -> of(p, morphology)).toList();
  }

  /**
   * Reads a phrase.
   *
   * @throws IllegalArgumentException when the notation is wrong; the message says how
   */
  public static Phrase of(String written, Morphology morphology) {
    Tokenizer tokenizer = new Tokenizer(morphology);
    List<Element> elements = new ArrayList<>();
    for (String part : written.strip().split("\\s+")) {
      switch (part) {
        case ".." -> elements.add(new Element.Gap(SHORT_GAP, false));
        case "..." -> elements.add(new Element.Gap(LONG_GAP, true));
        default -> {
          if (part.startsWith("<") && part.endsWith(">")) {
            elements.add(new Element.Slot(part.substring(1, part.length() - 1)));
          } else {
            words(part, morphology, tokenizer, elements);
          }
        }
      }
    }
    if (elements.isEmpty()
        || !(elements.get(0) instanceof Element.Words first)
        || first.optional()) {
      throw new IllegalArgumentException(
          "a phrase must begin with a word that is not optional, but this one does not: "
              + written);
    }
    return new Phrase(written, elements);
  }

  private static void words(
      String part, Morphology morphology, Tokenizer tokenizer, List<Element> elements) {
    boolean optional = part.startsWith("(") && part.endsWith(")");
    String body = optional ? part.substring(1, part.length() - 1) : part;
    boolean elided = body.endsWith("'");
    if (!body.contains("|") && !body.startsWith("=") && !body.endsWith("*") && !elided) {
      for (Token token : tokenizer.tokens(body)) {
        if (token.spoken()) {
          elements.add(new Element.Words(List.of(new Test.Key(token.word().key())), optional));
        }
      }
      return;
    }
    List<Test> tests = new ArrayList<>();
    for (String alternative : body.split("\\|")) {
      if (alternative.isBlank()) {
        throw new IllegalArgumentException(
            "on both sides of | there must stand a word without a space: " + part);
      }
      tests.add(test(alternative, morphology));
    }
    elements.add(new Element.Words(List.copyOf(tests), optional));
  }

  private static Test test(String alternative, Morphology morphology) {
    if (alternative.startsWith("=")) {
      return new Test.Exact(Morphology.fold(alternative.substring(1)));
    }
    if (alternative.endsWith("*")) {
      return new Test.Prefix(Morphology.fold(alternative.substring(0, alternative.length() - 1)));
    }
    return new Test.Key(morphology.word(alternative).key());
  }

  /** The ways to write the first word: a sentence without one of them cannot match. */
  List<Test> anchors() {
    return ((Element.Words) elements.get(0)).tests();
  }

  /** The noun classes it names. */
  public List<String> slots() {
    return elements.stream()
        .filter(Element.Slot.class::isInstance)
        .map(e -> ((Element.Slot) e).noun())
        .toList();
  }

  /** The index behind the phrase where it begins at the index, or -1 where it does not. */
  public int match(Sentence sentence, int at, Classes classes) {
    return match(sentence, at, 0, classes);
  }

  private int match(Sentence sentence, int at, int element, Classes classes) {
    if (element == elements.size()) {
      return at;
    }
    Element next = elements.get(element);
    if (next instanceof Element.Words words) {
      int word = element > 0 && sentence.hyphen(at) ? at + 1 : at;
      if (word < sentence.size() && accepts(words, sentence.at(word))) {
        int end = match(sentence, word + 1, element + 1, classes);
        if (end >= 0) {
          return end;
        }
      }
      return words.optional() ? match(sentence, at, element + 1, classes) : -1;
    }
    if (next instanceof Element.Slot slot) {
      int end = classes.endOf(slot.noun(), at);
      return end < 0 ? -1 : match(sentence, end, element + 1, classes);
    }
    return gap(sentence, at, element, (Element.Gap) next, classes);
  }

  private int gap(Sentence sentence, int at, int element, Element.Gap gap, Classes classes) {
    for (int skipped = 0; skipped <= gap.atMost() && at + skipped <= sentence.size(); skipped++) {
      int end = match(sentence, at + skipped, element + 1, classes);
      if (end >= 0) {
        return end;
      }
      if (at + skipped < sentence.size() && stops(sentence.at(at + skipped), gap)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean stops(Token token, Element.Gap gap) {
    return token.is(Part.ADDRESSING)
        || token.is(Part.REPORTING)
        || token.mark(';')
        || token.mark(':')
        || token.mark('.')
        || token.mark(',') && !gap.overCommas();
  }

  private static boolean accepts(Element.Words words, Token token) {
    if (!token.spoken()) {
      return false;
    }
    for (Test test : words.tests()) {
      if (test.accepts(token.word())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return written;
  }
}
