package io.riftwatch.ingest.wire;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a text is kept to find its copies: the smallest hashes of its word triples, from which
 * resemblance and containment of two texts are estimated (the bottom-k sketch of Broder, "On the
 * resemblance and containment of documents", 1997), and its figures, in which reports written to
 * one template differ.
 */
public final class Sketch {

  /** Hashes of a sketch at most; an estimate's error is about one over the root of their number. */
  static final int SIZE = 192;

  /** So many of the smallest hashes are looked up; copies share some of them. */
  static final int BANDS = 16;

  private static final int SHINGLE = 3;
  private static final int FIGURES = 64;

  /** Fewer words than these, title included, are no text that could be copied. */
  private static final int LEAST = 5;

  private final int[] hashes;
  private final int[] figures;

  private Sketch(int[] hashes, int[] figures) {
    this.hashes = hashes;
    this.figures = figures;
  }

  /**
   * The sketch of an article.
   *
   * @param shortest words of a text below which title and text are compared as a whole only
   */
  public static Sketch of(String title, String text, int shortest) {
    List<String> words = Words.of(text);
    return words.size() < shortest ? ofWhole(title, words) : ofTriples(words);
  }

  /** A sketch as it was stored. */
  static Sketch of(Integer[] hashes, Integer[] figures) {
    return new Sketch(unboxed(hashes), unboxed(figures));
  }

  private static Sketch ofWhole(String title, List<String> text) {
    List<String> words = Stream.concat(Words.of(title).stream(), text.stream()).toList();
    int[] whole = words.size() < LEAST ? new int[0] : new int[] {(int) Words.hash(words)};
    return new Sketch(whole, new int[0]);
  }

  private static Sketch ofTriples(List<String> words) {
    IntStream triples =
        IntStream.rangeClosed(0, Math.max(0, words.size() - SHINGLE))
            .map(i -> hash(words.subList(i, Math.min(words.size(), i + SHINGLE))));
    IntStream figures =
        words.stream()
            .filter(word -> Character.isDigit(word.charAt(0)))
            .mapToInt(word -> hash(List.of(word)));
    return new Sketch(smallest(triples, SIZE), smallest(figures, FIGURES));
  }

  private static int[] smallest(IntStream hashes, int most) {
    return hashes.sorted().distinct().limit(most).toArray();
  }

  private static int hash(List<String> words) {
    return (int) Words.hash(words);
  }

  /** Whether there is anything to compare. */
  boolean isEmpty() {
    return hashes.length == 0;
  }

  /** The hashes to look copies up by, ascending. */
  Integer[] bands() {
    return boxed(Arrays.copyOf(hashes, Math.min(hashes.length, BANDS)));
  }

  Integer[] hashes() {
    return boxed(hashes);
  }

  Integer[] figures() {
    return boxed(figures);
  }

  /** How alike two texts are, the same both ways round. */
  Likeness likeness(Sketch other) {
    int reach = Math.min(reach(hashes, SIZE), reach(other.hashes, SIZE));
    Sketch shorter = isShorter(other, reach) ? this : other;
    Sketch longer = shorter == this ? other : this;
    int figuresReach = Math.min(reach(figures, FIGURES), reach(other.figures, FIGURES));
    return new Likeness(
        upTo(reach, shorter.hashes),
        shared(reach, shorter.hashes, longer.hashes),
        upTo(figuresReach, shorter.figures),
        shared(figuresReach, shorter.figures, longer.figures));
  }

  private boolean isShorter(Sketch other, int reach) {
    int difference = upTo(reach, hashes) - upTo(reach, other.hashes);
    return difference < 0 || difference == 0 && figures.length <= other.figures.length;
  }

  /** Up to which hash the smallest are all there are. */
  private static int reach(int[] smallest, int most) {
    return smallest.length < most ? Integer.MAX_VALUE : smallest[most - 1];
  }

  private static int upTo(int reach, int[] sorted) {
    int place = Arrays.binarySearch(sorted, reach);
    return place >= 0 ? place + 1 : -place - 1;
  }

  private static int shared(int reach, int[] a, int[] b) {
    return (int)
        Arrays.stream(a, 0, upTo(reach, a)).filter(h -> Arrays.binarySearch(b, h) >= 0).count();
  }

  private static Integer[] boxed(int[] values) {
    return Arrays.stream(values).boxed().toArray(Integer[]::new);
  }

  private static int[] unboxed(Integer[] values) {
    return Arrays.stream(values).mapToInt(Integer::intValue).toArray();
  }
}
