package io.riftwatch.ingest.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the language that a feed or page claims: {@code fr-FR}, {@code en_US}, {@code ES}. */
public final class LanguageCode {

  private static final Set<String> ISO_639_1 = Set.of(Locale.getISOLanguages());

  private LanguageCode() {}

  /** The ISO 639-1 code of a claimed language tag, or empty where it is none. */
  public static Optional<String> of(String tag) {
    String language = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return Optional.of(language).filter(ISO_639_1::contains);
  }
}
