package io.riftwatch.ingest.wire;

/**
 * When two texts are copies of one.
 *
 * @param shortestText words below which texts are copies only where they are equal
 * @param containment the share of the shorter text that has to stand in the longer, 0 to 1
 * @param figures the share of the shorter text's numbers that the longer has to have, 0 to 1: two
 *     market reports of one template share their words, not their numbers
 */
public record WireRules(int shortestText, double containment, double figures) {

  /** Of fewer numbers than these nothing follows. */
  private static final int TELLING_FIGURES = 3;

  /** What of an article is compared. */
  public Sketch sketch(String title, String text) {
    return Sketch.of(title, text, shortestText);
  }

  /** Whether two texts of that likeness are copies. */
  boolean areCopies(Likeness likeness) {
    return likeness.containment() >= containment
        && (likeness.figures() < TELLING_FIGURES || likeness.figureShare() >= figures);
  }
}
