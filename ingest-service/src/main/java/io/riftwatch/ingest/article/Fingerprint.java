package io.riftwatch.ingest.article;

import io.riftwatch.ingest.wire.Words;
import java.util.HexFormat;
import java.util.List;

/**
 * The SimHash of a text over its word triples: texts that share most of their wording differ in few
 * of the 64 bits, unrelated ones in about half (Charikar, "Similarity estimation techniques from
 * rounding algorithms", 2002).
 */
public record Fingerprint(long bits) {

  private static final int SHINGLE = 3;

  /** The fingerprint of a text, regardless of case, accents, punctuation and spacing. */
  public static Fingerprint of(String text) {
    List<String> words = Words.of(text);
    int[] votes = new int[Long.SIZE];
    int last = Math.max(0, words.size() - SHINGLE);
    for (int i = 0; i <= last; i++) {
      vote(Words.hash(words.subList(i, Math.min(words.size(), i + SHINGLE))), votes);
    }
    long bits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if (votes[bit] > 0) {
        bits |= 1L << bit;
      }
    }
    return new Fingerprint(bits);
  }

  /** 16 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().toHexDigits(bits);
  }

  private static void vote(long hash, int[] votes) {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
    }
  }
}
