package io.riftwatch.alert.incident;

import io.riftwatch.classify.contract.Source;
import java.util.Locale;
import java.util.Optional;

/**
 * What of a report tells a copy from a text of its own.
 *
 * @param wireGroup the group of copies it was published in, where its article says it
 * @param fingerprint SimHash of the text, or of the title where the feed gave no more; 0 of no word
 * @param title folded to letters and digits
 */
record Dispatch(Optional<String> wireGroup, long fingerprint, String title) {

  static Dispatch of(Source source) {
    return new Dispatch(
        Optional.ofNullable(source.wireGroup()),
        Long.parseUnsignedLong(source.fingerprint(), 16),
        source.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip());
  }

  /**
   * Whether both read the same in title and text, which tells copies too short to have a group;
   * else whether both are of one group; where one does not say its group, whether their texts are
   * the same but for a few words.
   */
  boolean isCopyOf(Dispatch other, int bits) {
    if (fingerprint == other.fingerprint && title.equals(other.title)) {
      return true;
    }
    if (wireGroup.isPresent() && other.wireGroup.isPresent()) {
      return wireGroup.equals(other.wireGroup);
    }
    return fingerprint != 0
        && other.fingerprint != 0
        && Long.bitCount(fingerprint ^ other.fingerprint) <= bits;
  }
}
