package io.riftwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;

/** Takes out of an article's blocks those that are no part of its story. */
final class LineTrim {

  /** Characters of a line above which it is told as a part of the story, whatever it holds. */
  private static final int LONGEST_LINE = 320;

  private static final int LONGEST_LAST_LINE = 450;
  private static final int LONGEST_LINK = 220;
  private static final int LONGEST_LABEL = 70;
  private static final double ALL_LINK = 0.9;
  private static final double MOSTLY_LINK = 0.7;

  private static final LineList ANYWHERE = LineList.read("lines-anywhere.txt", LONGEST_LINE);
  private static final LineList AT_ENDS = LineList.read("lines-at-ends.txt", LONGEST_LAST_LINE);
  private static final LineList POINTERS = LineList.read("read-also.txt", LONGEST_LINK);

  private LineTrim() {}

  /** The blocks of the story among the blocks of its element. */
  static List<Block> trim(PageTree tree, List<Block> blocks, String title) {
    List<Block> kept = new ArrayList<>(blocks);
    kept.removeIf(LineTrim::isForeign);
    return withoutEmptyHeadings(withoutEnd(withoutHead(NextSection.cut(tree, kept), title)));
  }

  private static boolean isForeign(Block block) {
    return ANYWHERE.knows(block.text()) || POINTERS.knows(block.text()) || isLoneLink(block);
  }

  /** A paragraph that is nothing but a titled link leads elsewhere. */
  private static boolean isLoneLink(Block block) {
    return block.tag().equals("p")
        && block.linkShare() > ALL_LINK
        && block.text().length() < LONGEST_LINK
        && !block.text().startsWith("http");
  }

  /** Without the title and the labels above the first paragraph. */
  private static List<Block> withoutHead(List<Block> blocks, String title) {
    int first = 0;
    while (first < blocks.size() && !StoryWeight.isProse(blocks.get(first))) {
      first++;
    }
    if (first == blocks.size()) {
      return blocks;
    }
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks.subList(0, first)) {
      if (!isTitle(block, title) && !isLabel(block)) {
        kept.add(block);
      }
    }
    boolean titleAgain = Wording.of(blocks.get(first).text()).equals(Wording.of(title));
    kept.addAll(blocks.subList(titleAgain ? first + 1 : first, blocks.size()));
    return kept;
  }

  private static boolean isTitle(Block block, String title) {
    return block.tag().equals("h1") || Wording.of(block.text()).equals(Wording.of(title));
  }

  private static boolean isLabel(Block block) {
    return !block.isHeading()
        && !block.tag().equals("p")
        && !block.tag().equals("li")
        && block.length() < LONGEST_LABEL
        && !block.endsAsSentence();
  }

  private static List<Block> withoutEnd(List<Block> blocks) {
    int end = blocks.size();
    while (end > 0 && isAtEnd(blocks.get(end - 1))) {
      end--;
    }
    return end == 0 ? blocks : blocks.subList(0, end);
  }

  private static boolean isAtEnd(Block block) {
    return block.isHeading() || block.linkShare() > MOSTLY_LINK || AT_ENDS.knows(block.text());
  }

  /** A heading under which nothing was left says nothing. */
  private static List<Block> withoutEmptyHeadings(List<Block> blocks) {
    return blocks;
  }
}
