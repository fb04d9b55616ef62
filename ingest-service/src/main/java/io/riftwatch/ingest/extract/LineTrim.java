package io.riftwatch.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of an article's blocks those that are no part of its story. */
final class LineTrim {

  /** Characters of a line above which it is told as a part of the story, whatever it holds. */
  private static final int LONGEST_LINE = 320;

  private static final int LONGEST_LAST_LINE = 450;
  private static final int LONGEST_LINK = 220;
  private static final int LONGEST_LABEL = 70;
  private static final double ALL_LINK = 0.9;
  private static final double MOSTLY_LINK = 0.7;

  private static final int LONGEST_CLOCK = 20;
  private static final Pattern WORDLESS =
      Pattern.compile(
          "\\d{1,2}[:.h]\\d{2}(?:\\s*(?:[ap]\\.?m\\.?|uhr|[A-Z]{3,4}))?|[^\\p{L}\\p{N}]+");

  private static final LineList ANYWHERE = LineList.read("lines-anywhere.txt", LONGEST_LINE);
  private static final LineList AT_ENDS = LineList.read("lines-at-ends.txt", LONGEST_LAST_LINE);
  private static final LineList POINTERS = LineList.read("read-also.txt", LONGEST_LINK);

  private LineTrim() {}

  /** The blocks of the story among the blocks of its element. */
  static List<Block> trim(PageTree tree, List<Block> blocks, String title) {
    List<Block> kept = new ArrayList<>(blocks);
    kept.removeIf(LineTrim::isForeign);
    return withoutEnd(withoutHead(NextSection.cut(tree, kept), title));
  }

  private static boolean isForeign(Block block) {
    return ANYWHERE.knows(block.text())
        || POINTERS.knows(block.text())
        || isLoneLink(block)
        || isWordless(block);
  }

  /** A clock or a row of stars is none of a story's lines. */
  private static boolean isWordless(Block block) {
    return block.text().length() <= LONGEST_CLOCK && WORDLESS.matcher(block.text()).matches();
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

  /** A line with a colon at its end announces what was not kept. */
  private static boolean leadsOn(String text) {
    return text.endsWith(":") || text.endsWith("：");
  }

  private static boolean isAtEnd(Block block) {
    return block.isHeading()
        || block.linkShare() > MOSTLY_LINK
        || AT_ENDS.knows(block.text())
        || block.length() < LONGEST_LABEL && leadsOn(block.text());
  }
}
