package io.riftwatch.ingest.extract;

import java.util.List;

/** Finds where a page shows its article's title. */
final class Headline {

  /** Letters below which a heading may be in a title by chance. */
  private static final int SHORTEST = 8;

  private Headline() {}

  /**
   * The place of the highest heading that says what the title says.
   *
   * @return -1 where no heading does
   */
  static int find(List<Block> blocks, String title) {
    String wanted = Wording.of(title);
    Block found = null;
    for (Block block : blocks) {
      if (block.isHeading()
          && (found == null || block.level() < found.level())
          && says(Wording.of(block.text()), wanted)) {
        found = block;
      }
    }
    return found == null ? -1 : found.holder();
  }

  private static boolean says(String heading, String title) {
    return Math.min(heading.length(), title.length()) >= SHORTEST
        && (title.contains(heading) || heading.contains(title));
  }
}
