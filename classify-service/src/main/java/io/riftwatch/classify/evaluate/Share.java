package io.riftwatch.classify.evaluate;

/**
 * A part of a whole.
 *
 * @param right those that are right
 * @param of all of them
 */
public record Share(int right, int of) {

  static final Share NONE = new Share(0, 0);

  Share plus(Share other) {
    return new Share(right + other.right, of + other.of);
  }

  /** 0 to 1, and 1 of nothing. */
  public double value() {
    return of == 0 ? 1 : right / (double) of;
  }
}
