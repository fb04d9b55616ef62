package io.riftwatch.ingest.extract;

import java.util.List;

/** Tells what announces another article: its title is a link. */
final class Teaser {

  private static final double LINKED = 0.8;

  private Teaser() {}

  /** Whether an element announces an article by a heading that leads to it. */
  static boolean is(PageTree tree, int place) {
    List<Block> blocks = Blocks.of(tree, place);
    return blocks.stream().anyMatch(block -> block.isHeading() && block.linkShare() >= LINKED)
        || blocks.stream().allMatch(block -> block.linkShare() >= LINKED);
  }
}
