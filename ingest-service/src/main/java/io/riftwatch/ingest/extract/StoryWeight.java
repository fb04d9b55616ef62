package io.riftwatch.ingest.extract;

import java.util.List;
import java.util.Set;

/**
 * How much of a story stands under each element of a page: paragraphs count for it by their length,
 * links and scraps of text against it.
 */
final class StoryWeight {

  /** Characters from which a block without the end of a sentence may be told as prose. */
  private static final int PROSE = 80;

  /** Characters from which a sentence is told as prose. */
  private static final int SENTENCE = 25;

  private static final double MOSTLY_LINKED = 0.5;
  private static final double COST_OF_A_SCRAP = 8;
  private static final double LIKELY_TEASER = 0.3;

  /** What is short by nature: scraps of these say nothing against a story. */
  private static final Set<String> PARTS =
      Set.of("li", "td", "th", "dt", "dd", "pre", "blockquote");

  private final double[] weights;

  private StoryWeight(double[] weights) {
    this.weights = weights;
  }

  static StoryWeight of(PageTree tree, List<Block> blocks) {
    double[] weights = new double[tree.size()];
    for (int from = 0; from < blocks.size(); ) {
      int to = from + 1;
      while (to < blocks.size() && isOneMore(blocks.get(from), blocks.get(to))) {
        to++;
      }
      weights[blocks.get(from).holder()] += weight(blocks.subList(from, to));
      from = to;
    }
    tree.sumUp(weights);
    return new StoryWeight(weights);
  }

  /** Lines of one element are weighed as one. */
  private static boolean isOneMore(Block first, Block next) {
    return next.holder() == first.holder();
  }

  private static double weight(List<Block> lines) {
    if (lines.size() == 1) {
      return weight(lines.get(0));
    }
    int letters = lines.stream().mapToInt(line -> line.text().length()).sum();
    int linked = lines.stream().mapToInt(Block::linked).sum();
    int length = lines.stream().mapToInt(Block::length).sum();
    boolean sentence = lines.stream().anyMatch(Block::endsAsSentence);
    return weight(lines.get(0), letters, linked, length, sentence);
  }

  private static double weight(Block block) {
    return weight(
        block, block.text().length(), block.linked(), block.length(), block.endsAsSentence());
  }

  /** The weight of what stands under a place, in characters; negative where little is a story. */
  double at(int place) {
    return weights[place];
  }

  /** The heaviest of some places, the first of equals. */
  int heaviest(List<Integer> places) {
    int heaviest = places.get(0);
    for (int place : places) {
      heaviest = weights[place] > weights[heaviest] ? place : heaviest;
    }
    return heaviest;
  }

  /** The heaviest place of all, the innermost of equals. */
  int heaviest() {
    int heaviest = 0;
    for (int place = 1; place < weights.length; place++) {
      heaviest = weights[place] >= weights[heaviest] ? place : heaviest;
    }
    return heaviest;
  }

  /** Whether a block reads like the prose of a story and not like a link, label or heading. */
  static boolean isProse(Block block) {
    return weight(block) > 0;
  }

  private static double weight(Block kind, int letters, int linked, int length, boolean sentence) {
    double links = Math.min(1, (double) linked / letters);
    if (links >= MOSTLY_LINKED) {
      return -COST_OF_A_SCRAP - linked * LIKELY_TEASER;
    }
    boolean prose = length >= PROSE || length >= SENTENCE && sentence;
    if (kind.isHeading() || !prose && PARTS.contains(kind.tag())) {
      return 0;
    }
    return prose ? length * (1 - links) : -COST_OF_A_SCRAP;
  }
}
