package io.riftwatch.ingest.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds consent banners by their words, where neither ids nor classes give them away: runs of
 * blocks that crowd terms of consent and speak to the reader of their choice.
 */
final class ConsentBanner {

  private static final List<String> TERMS = WordList.read("consent-terms.txt");
  private static final List<String> ACTIONS = WordList.read("consent-actions.txt");

  private static final int TERMS_OF_A_BLOCK = 2;
  private static final int TERMS_OF_A_BANNER = 3;

  /** Characters below which a block is a button or label of a banner, not a part of its text. */
  private static final int SHORTEST_TEXT = 20;

  private final PageTree tree;
  private final List<Block> blocks;
  private final List<Set<String>> terms;

  private ConsentBanner(PageTree tree, List<Block> blocks) {
    this.tree = tree;
    this.blocks = blocks;
    this.terms = blocks.stream().map(ConsentBanner::terms).toList();
  }

  /**
   * Drops the banners of a page.
   *
   * @param blocks of the whole page
   * @return those that stay
   */
  static List<Block> drop(PageTree tree, List<Block> blocks) {
    new ConsentBanner(tree, blocks).drop();
    return blocks.stream().filter(block -> !tree.isDropped(block.holder())).toList();
  }

  private void drop() {
    int from = 0;
    while (from < blocks.size()) {
      int to = from;
      while (to < blocks.size() && (isDense(to) || to > from && isDense(to + 1))) {
        to++;
      }
      if (to > from && isBanner(from, to)) {
        blocks.subList(from, to).forEach(block -> tree.drop(block.holder()));
      }
      from = Math.max(to, from + 1);
    }
  }

  private boolean isDense(int at) {
    return at < terms.size() && terms.get(at).size() >= TERMS_OF_A_BLOCK;
  }

  private boolean isBanner(int from, int to) {
    Set<String> together = new HashSet<>();
    terms.subList(from, to).forEach(together::addAll);
    return together.size() >= TERMS_OF_A_BANNER
        && blocks.subList(from, to).stream().anyMatch(ConsentBanner::speaksToTheReader);
  }

  private static boolean speaksToTheReader(Block block) {
    String text = block.text().toLowerCase(Locale.ROOT);
    return ACTIONS.stream().anyMatch(text::contains);
  }

  private static Set<String> terms(Block block) {
    if (block.text().length() < SHORTEST_TEXT) {
      return Set.of();
    }
    String text = block.text().toLowerCase(Locale.ROOT);
    Set<String> found = new HashSet<>();
    TERMS.stream().filter(text::contains).forEach(found::add);
    return found;
  }
}
