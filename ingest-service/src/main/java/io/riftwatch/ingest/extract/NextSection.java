package io.riftwatch.ingest.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Finds where a page turns from its article to other things: at a heading or label like "Related
 * articles" behind which no paragraph of the story's own kind comes any more. Before that such a
 * label only begins a box.
 */
final class NextSection {

  private static final int LONGEST_LABEL = 70;
  private static final LineList LABELS = LineList.read("section-ends.txt", LONGEST_LABEL);

  /** The share of a story before which no page turns to other things. */
  private static final double WELL_INTO_IT = 0.4;

  private final PageTree tree;
  private final List<Block> blocks;
  private final String kind;

  private NextSection(PageTree tree, List<Block> blocks) {
    this.tree = tree;
    this.blocks = blocks;
    this.kind = mainKind();
  }

  /** The blocks of the story alone. */
  static List<Block> cut(PageTree tree, List<Block> blocks) {
    return new NextSection(tree, blocks).cut();
  }

  private List<Block> cut() {
    int total = blocks.stream().filter(StoryWeight::isProse).mapToInt(Block::length).sum();
    int told = 0;
    List<Block> kept = new ArrayList<>();
    int at = 0;
    while (at < blocks.size()) {
      Block block = blocks.get(at);
      if (LABELS.knows(block.text())) {
        int resumed = resumed(at + 1);
        if (resumed == blocks.size() && told < WELL_INTO_IT * total) {
          resumed = at + 1;
        }
        at = resumed;
      } else {
        told += StoryWeight.isProse(block) ? block.length() : 0;
        kept.add(block);
        at++;
      }
    }
    return kept;
  }

  /** Where the story goes on behind a box; the end where it does not. */
  private int resumed(int from) {
    int at = from;
    while (at < blocks.size() && !isStory(blocks.get(at))) {
      at++;
    }
    return at;
  }

  private boolean isStory(Block block) {
    return StoryWeight.isProse(block) && kind.equals(kind(block));
  }

  private String mainKind() {
    Map<String, Integer> told = new HashMap<>();
    for (Block block : blocks) {
      if (StoryWeight.isProse(block)) {
        told.merge(kind(block), block.length(), Integer::sum);
      }
    }
    return told.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** What an outlet's pages make paragraphs of: their element and the one around it. */
  private String kind(Block block) {
    int around = tree.parent(block.holder());
    String name = around >= 0 && tree.node(around) instanceof Element e ? e.className() : "";
    return block.tag() + " in " + (around < 0 ? "" : tree.tag(around)) + " " + name;
  }
}
