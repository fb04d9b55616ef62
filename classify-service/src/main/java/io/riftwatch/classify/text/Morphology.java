package io.riftwatch.classify.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The word forms of one language: which forms are one word, what each function word does.
 *
 * <p>Irregular forms are the pack's data, all others are brought together by a {@link Stemmer}.
 * Safe for use by many threads.
 */
public final class Morphology {

  /** Beyond this many forms the memory of forms is emptied: a hostile text cannot fill the heap. */
  private static final int REMEMBERED_FORMS = 50_000;

  /** No stem begins so: the noun rappel is kept apart from the stem of rappeler. */
  private static final String APART = "=";

  private final Stemmer stemmer;
  private final Apostrophe apostrophe;
  private final Map<String, String> lemmas;
  private final Map<String, String> lemmasWithoutAccents;
  private final Map<String, Long> parts;
  private final Map<String, Long> partsWithoutAccents;
  private final Set<String> exact;
  private final Participles participles;
  private final Map<String, Word> known = new ConcurrentHashMap<>();

  /** On which side of an apostrophe a word is cut. */
  public enum Apostrophe {
    /** The mark opens the right part: Mali|'s. */
    CLITIC,
    /** The mark closes the left part: l'|ambassade. */
    ELISION,
    /** Words are not cut. */
    LETTER
  }

  /**
   * @param stemmer name of the stemmer, as {@link Stemmer#named} knows it
   * @param apostrophe how words are cut at apostrophes
   * @param lemmas irregular form to its lemma
   * @param parts the words of each part
   * @param exact words that share their stem with no other form
   * @param participles which forms are past participles
   * @throws IllegalArgumentException when no stemmer has that name
   */
  public Morphology(
      String stemmer,
      Apostrophe apostrophe,
      Map<String, String> lemmas,
      Map<Part, List<String>> parts,
      Collection<String> exact,
      Participles participles) {
    this.stemmer = Stemmer.named(stemmer);
    this.apostrophe = apostrophe;
    this.lemmas = forms(lemmas, Morphology::straightLower);
    this.lemmasWithoutAccents = forms(lemmas, Morphology::fold);
    this.parts = bits(parts, Morphology::straightLower);
    this.partsWithoutAccents = bits(parts, Morphology::fold);
    this.exact =
        exact.stream().map(Morphology::straightLower).collect(Collectors.toUnmodifiableSet());
    this.participles = participles;
  }

  private static Map<String, String> forms(Map<String, String> lemmas, UnaryOperator<String> form) {
    return lemmas.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                e -> form.apply(e.getKey()), Map.Entry::getValue, (a, b) -> a));
  }

  private static Map<String, Long> bits(Map<Part, List<String>> parts, UnaryOperator<String> form) {
    Map<String, Long> bits = new HashMap<>();
    parts.forEach(
        (part, words) ->
            words.forEach(w -> bits.merge(form.apply(w), part.bit(), (a, b) -> a | b)));
    return bits;
  }

  /**
   * An accent tells function words apart (French à and a); capitals may have lost theirs, and other
   * words may be written without.
   */
  private long parts(String written, String lower, String form) {
    boolean capital = Character.isUpperCase(written.codePointAt(0));
    Long asWritten = capital ? null : parts.get(lower);
    return asWritten != null ? asWritten : partsWithoutAccents.getOrDefault(form, 0L);
  }

  Apostrophe apostrophe() {
    return apostrophe;
  }

  /** What the language knows of a form as written. */
  public Word word(String written) {
    Word word = known.get(written);
    if (word == null) {
      if (known.size() >= REMEMBERED_FORMS) {
        known.clear();
      }
      word = look(written);
      known.put(written, word);
    }
    return word;
  }

  private Word look(String written) {
    String lower = straightLower(written);
    String form = fold(lower);
    String lemma = lemma(lower, form);
    String key = exact.contains(lemma) ? APART + lemma : fold(stemmer.stem(lemma));
    return new Word(form, key, parts(written, lower, form), participles.hold(lower));
  }

  private String lemma(String lower, String form) {
    String lemma = lemmas.get(lower);
    if (lemma == null && lower.equals(form)) {
      lemma = lemmasWithoutAccents.get(form);
    }
    return lemma == null ? lower : straightLower(lemma);
  }

  /** The form in lower case, without accents, with straight apostrophes. */
  public static String fold(String written) {
    String lower = straight(written.toLowerCase(Locale.ROOT));
    if (lower.chars().allMatch(c -> c < 128)) {
      return lower;
    }
    StringBuilder folded = new StringBuilder(lower.length());
    Normalizer.normalize(lower, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static String straightLower(String written) {
    return straight(written.toLowerCase(Locale.ROOT));
  }

  private static String straight(String written) {
    return written.replace('\u2019', '\'').replace('\u02BC', '\'').replace('\u2018', '\'');
  }
}
