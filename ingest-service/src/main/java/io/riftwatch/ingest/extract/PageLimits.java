package io.riftwatch.ingest.extract;

/**
 * How much of a page is read; what comes behind is not.
 *
 * @param characters of its HTML
 * @param nodes elements and texts
 */
public record PageLimits(int characters, int nodes) {

  public PageLimits {
    if (characters < 1 || nodes < 1) {
      throw new IllegalArgumentException(
          "a page cannot be read within " + characters + " characters and " + nodes + " nodes");
    }
  }
}
