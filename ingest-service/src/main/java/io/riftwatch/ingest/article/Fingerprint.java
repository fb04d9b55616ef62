package io.riftwatch.ingest.article;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The SimHash of a text over its word triples: texts that share most of their wording differ in few
 * of the 64 bits, unrelated ones in about half (Charikar, "Similarity estimation techniques from
 * rounding algorithms", 2002).
 */
public record Fingerprint(long bits) {

  private static final int SHINGLE = 3;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** A word, or one character of the scripts that do not part words by spaces. */
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]"
              + "|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+");

  /** The fingerprint of a text, regardless of case, accents, punctuation and spacing. */
  public static Fingerprint of(String text) {
    List<String> words = words(text);
    int[] votes = new int[Long.SIZE];
    int last = Math.max(0, words.size() - SHINGLE);
    for (int i = 0; i <= last; i++) {
      vote(hash(words.subList(i, Math.min(words.size(), i + SHINGLE))), votes);
    }
    long bits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if (votes[bit] > 0) {
        bits |= 1L << bit;
      }
    }
    return new Fingerprint(bits);
  }

  /** In how many bits two fingerprints differ, 0 to 64. */
  public int distance(Fingerprint other) {
    return Long.bitCount(bits ^ other.bits);
  }

  /** 16 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().toHexDigits(bits);
  }

  private static List<String> words(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    return WORD.matcher(plain).results().map(MatchResult::group).toList();
  }

  private static void vote(long hash, int[] votes) {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
    }
  }

  /** FNV-1a over the characters, its bits then spread by the finaliser of MurmurHash3. */
  private static long hash(List<String> shingle) {
    long hash = 0xcbf29ce484222325L;
    for (String word : shingle) {
      for (int i = 0; i < word.length(); i++) {
        hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ ' ') * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
