package io.riftwatch.classify.text;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
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

  private final Stemmer stemmer;
  private final Apostrophe apostrophe;
  private final Forms<String> lemmas;
  private final Forms<Long> parts;
  private final Set<String> exact;
  private final List<String> participleEndings;
  private final Set<String> participles;
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
   * @param participleEndings endings of past participles
   * @param participles past participles without such an ending
   * @throws IllegalArgumentException when no stemmer has that name
   */
  public Morphology(
      String stemmer,
      Apostrophe apostrophe,
      Map<String, String> lemmas,
      Map<Part, List<String>> parts,
      Collection<String> exact,
      List<String> participleEndings,
      Collection<String> participles) {
    this.stemmer = Stemmer.named(stemmer);
    this.apostrophe = apostrophe;
    this.lemmas = new Forms<>(lemmas, (a, b) -> a);
    this.parts = new Forms<>(bits(parts), (a, b) -> a | b);
    this.exact = exact.stream().map(Morphology::fold).collect(Collectors.toUnmodifiableSet());
    this.participleEndings = List.copyOf(participleEndings);
    this.participles =
        participles.stream().map(Morphology::fold).collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Long> bits(Map<Part, List<String>> parts) {
    Map<String, Long> bits = new HashMap<>();
    parts.forEach((part, words) -> words.forEach(w -> bits.merge(w, part.bit(), (a, b) -> a | b)));
    return bits;
  }

  /**
   * What is known of forms: by the form with its accents, which tell {@code à} from {@code a} and
   * {@code dès} from {@code des}; where that is not known, by the form without them.
   */
  private static final class Forms<V> {
    private final Map<String, V> accented = new HashMap<>();
    private final Map<String, V> folded = new HashMap<>();

    Forms(Map<String, V> byForm, BinaryOperator<V> merge) {
      byForm.forEach(
          (form, value) -> {
            accented.merge(composed(form), value, merge);
            folded.merge(fold(form), value, merge);
          });
    }

    V get(String lower, String form, V otherwise) {
      V exactly = accented.get(composed(lower));
      return exactly != null ? exactly : folded.getOrDefault(form, otherwise);
    }

    private static String composed(String form) {
      return Normalizer.normalize(straight(form.toLowerCase(Locale.ROOT)), Normalizer.Form.NFC);
    }
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
    String lower = written.toLowerCase(Locale.ROOT);
    String form = fold(lower);
    String key =
        exact.contains(form) ? form : fold(stemmer.stem(straight(lemmas.get(lower, form, lower))));
    boolean participle =
        participles.contains(form)
            || participleEndings.stream().anyMatch(straight(lower)::endsWith);
    return new Word(form, key, parts.get(lower, form, 0L), participle);
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

  private static String straight(String written) {
    return written.replace('\u2019', '\'').replace('\u02BC', '\'').replace('\u2018', '\'');
  }
}
