package io.riftwatch.ingest.wire;

/**
 * How alike two texts are, in word triples of their sketches as far as both reach.
 *
 * @param shorter triples of the shorter text
 * @param shared triples that both have
 * @param figures numbers in the shorter text
 * @param sharedFigures those of them that the longer has, too
 */
record Likeness(int shorter, int shared, int figures, int sharedFigures) {

  /** The share of the shorter text that stands in the longer, 0 to 1. */
  double containment() {
    return shorter == 0 ? 0 : (double) shared / shorter;
  }

  /** The share of the shorter text's numbers that the longer has, 0 to 1; 1 without any. */
  double figureShare() {
    return figures == 0 ? 1 : (double) sharedFigures / figures;
  }
}
