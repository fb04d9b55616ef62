package io.riftwatch.classify.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells the language of a report among the twelve that Riftwatch reads.
 *
 * <p>Lingua's trigram models (its low accuracy mode) tell whole sentences of these languages apart
 * and take a quarter of the memory of the full models. They are read at the first text.
 */
public final class Languages {

  /** The language of a text of which nothing is known. */
  public static final String UNDETERMINED = "und";

  /** So many characters tell a language; more would only cost time. */
  private static final int SAMPLE = 600;

  /** A text shorter than this is too little to contradict what its outlet claims. */
  private static final int TELLING = 80;

  /** How much likelier than the claimed language another must be to be believed instead. */
  private static final double CLEARLY = 0.9;

  private final Supplier<LanguageDetector> detector;

  public Languages() {
    this.detector =
        new Supplier<>() {
          private LanguageDetector loaded;

          @Override
          public synchronized LanguageDetector get() {
            if (loaded == null) {
              loaded = build();
            }
            return loaded;
          }
        };
  }

  private static LanguageDetector build() {
    return LanguageDetectorBuilder.fromLanguages(
            Language.ENGLISH,
            Language.FRENCH,
            Language.SPANISH,
            Language.PORTUGUESE,
            Language.ARABIC,
            Language.RUSSIAN,
            Language.UKRAINIAN,
            Language.GERMAN,
            Language.ITALIAN,
            Language.TURKISH,
            Language.CHINESE,
            Language.POLISH)
        .withLowAccuracyMode()
        .build();
  }

  /**
   * The language a report is written in, as ISO 639-1, or {@value #UNDETERMINED}.
   *
   * @param claimed what its outlet says: believed unless the text is clearly another language
   */
  public String of(Optional<String> claimed, String title, String text) {
    String content = text.isBlank() ? title : text;
    String sample = content.length() > SAMPLE ? content.substring(0, SAMPLE) : content;
    Optional<String> prior =
        claimed.map(c -> c.toLowerCase(Locale.ROOT)).filter(c -> !c.equals(UNDETERMINED));
    if (prior.isPresent() && sample.length() < TELLING) {
      return prior.get();
    }
    Map<Language, Double> likely = detector.get().computeLanguageConfidenceValues(sample);
    Optional<Map.Entry<Language, Double>> first = likely.entrySet().stream().findFirst();
    if (first.isEmpty()) {
      return prior.orElse(UNDETERMINED);
    }
    String detected = code(first.get().getKey());
    if (prior.isEmpty() || prior.get().equals(detected)) {
      return detected;
    }
    double ofPrior =
        likely.entrySet().stream()
            .filter(e -> code(e.getKey()).equals(prior.get()))
            .mapToDouble(Map.Entry::getValue)
            .findFirst()
            .orElse(0);
    return ofPrior >= CLEARLY * first.get().getValue() ? prior.get() : detected;
  }

  private static String code(Language language) {
    return language.getIsoCode639_1().toString();
  }
}
