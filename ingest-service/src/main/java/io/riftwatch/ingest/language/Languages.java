package io.riftwatch.ingest.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Tells the language of an article: what its outlet claims, unless the text is clearly another.
 *
 * <p>Lingua's trigram models (its low accuracy mode) tell whole sentences apart; those of all its
 * languages take about 60 MB of heap, the full models a gigabyte.
 */
public final class Languages {

  /** Characters that tell a language; more would only cost time. */
  private static final int SAMPLE = 600;

  /** Letters below which a text does not contradict what its outlet claims. */
  private static final int TELLING = 60;

  /** Letters below which a text tells nothing by itself. */
  private static final int LEAST = 15;

  /**
   * A claimed language that is less likely than this, next to the likeliest, is claimed wrongly.
   */
  private static final double DEFENSIBLE = 0.92;

  /** How likely the second language may be, next to the first, for a short text to tell. */
  private static final double DISTINCT = 0.9;

  /** Languages that no one reads news in, and whose models draw short texts to them. */
  private static final Set<Language> UNUSED = Set.of(Language.LATIN, Language.ESPERANTO);

  /** Languages that written text hardly tells apart, or that go by several codes. */
  private static final List<Set<String>> ALIKE =
      List.of(Set.of("bs", "hr", "sr", "sh"), Set.of("nb", "nn", "no"), Set.of("id", "ms"));

  /** Codes that ISO 639-1 has given up, and those that took their place. */
  private static final Map<String, String> RENAMED =
      Map.of("iw", "he", "in", "id", "ji", "yi", "mo", "ro", "sh", "sr");

  private static final List<Language> READ =
      Language.allSpokenOnes().stream().filter(language -> !UNUSED.contains(language)).toList();

  private static final Set<String> KNOWN = codes(READ);
  private static final Set<String> LATIN = codes(Language.allWithLatinScript());

  /** Written in Latin letters, too, though Lingua does not know them so. */
  private static final Set<String> LATIN_TOO = Set.of("sr", "kk", "no");

  private final LanguageDetector detector =
      LanguageDetectorBuilder.fromLanguages(READ.toArray(Language[]::new))
          .withLowAccuracyMode()
          .build();

  private static Set<String> codes(List<Language> languages) {
    return languages.stream().map(Languages::code).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The language an article is written in, as ISO 639-1; empty where nobody can tell.
   *
   * @param claimed what the outlet says, as ISO 639-1
   */
  public Optional<String> of(String title, String text, Optional<String> claimed) {
    String whole = text.length() < SAMPLE ? title + "\n" + text : text;
    String sample = whole.substring(0, Math.min(whole.length(), SAMPLE));
    Optional<String> prior = claimed.map(c -> RENAMED.getOrDefault(c, c));
    long letters = sample.codePoints().filter(Character::isLetter).count();
    if (prior.isPresent() && (!isKnown(prior.get()) || letters == 0)) {
      return prior;
    }
    return weigh(prior, letters, sample);
  }

  private Optional<String> weigh(Optional<String> prior, long letters, String sample) {
    SortedMap<Language, Double> likely = detector.computeLanguageConfidenceValues(sample);
    if (likely.isEmpty()) {
      return prior;
    }
    String first = code(likely.firstKey());
    if (prior.isEmpty()) {
      return Optional.of(first).filter(f -> letters >= TELLING || isDistinct(letters, likely));
    }
    boolean isTelling = letters >= TELLING || !isWritten(prior.get(), sample);
    return isTelling && !isDefensible(prior.get(), first, likely) ? Optional.of(first) : prior;
  }

  private static boolean isKnown(String language) {
    return KNOWN.contains(language) || ALIKE.stream().anyMatch(alike -> alike.contains(language));
  }

  private static boolean isDistinct(long letters, Map<Language, Double> likely) {
    double second = likely.values().stream().skip(1).findFirst().orElse(0.0);
    return letters >= LEAST && second <= DISTINCT;
  }

  private static boolean isDefensible(String prior, String first, Map<Language, Double> likely) {
    double likelihood =
        likely.entrySet().stream()
            .filter(e -> code(e.getKey()).equals(prior))
            .mapToDouble(Map.Entry::getValue)
            .findFirst()
            .orElse(0);
    return likelihood >= DEFENSIBLE
        || ALIKE.stream().anyMatch(alike -> alike.contains(prior) && alike.contains(first));
  }

  /** Whether a text stands in the letters of a language, as far as Latin ones and others differ. */
  private static boolean isWritten(String language, String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return LATIN_TOO.contains(language) || LATIN.contains(language) == (latin * 2 > letters);
  }

  private static String code(Language language) {
    return language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT);
  }
}
