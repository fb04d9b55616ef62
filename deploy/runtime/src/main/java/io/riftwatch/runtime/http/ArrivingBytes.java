package io.riftwatch.runtime.http;

/**
 * Bounds what the bodies hold together that arrive at one time. When it is used up, small bodies go
 * on arriving and large ones end, so that memory is bounded and few outlets cannot stop the others.
 */
final class ArrivingBytes {

  private final long budget;
  private final long fairShare;
  private long held;

  /**
   * @param budget bytes of all bodies
   * @param fairShare bytes that a body may have whatever the others hold
   */
  ArrivingBytes(long budget, long fairShare) {
    this.budget = budget;
    this.fairShare = fairShare;
  }

  /**
   * Takes the bytes of one more chunk; false where there is no room for it.
   *
   * @param before bytes of the body that were taken already
   */
  synchronized boolean take(int chunk, int before) {
    if (held + chunk > budget && before + chunk > fairShare) {
      return false;
    }
    held += chunk;
    return true;
  }

  /** Gives the bytes of a body back that was read, or given up. */
  synchronized void giveBack(int body) {
    held -= body;
  }
}
