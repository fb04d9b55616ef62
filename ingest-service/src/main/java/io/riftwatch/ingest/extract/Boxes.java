package io.riftwatch.ingest.extract;

import java.util.List;
import java.util.Set;

/** Takes out of an article's own element the boxes that outlets put between its paragraphs. */
final class Boxes {

  private static final Set<String> BOXES =
      Set.of("div", "ul", "ol", "section", "table", "dl", "header", "details", "center");
  private static final Set<String> SHOWN_AS_FIGURE = Set.of("table", "blockquote", "pre");

  /** The share of a box's letters that are links above which it only leads elsewhere. */
  private static final double MOSTLY_LINKS = 0.6;

  /** The share of the article's story from which on a box is a part of it. */
  private static final double A_PART = 0.3;

  private final PageTree tree;
  private final int body;
  private final StoryWeight story;
  private final double[] letters;
  private final double[] linked;

  private Boxes(PageTree tree, int body, List<Block> blocks) {
    this.tree = tree;
    this.body = body;
    this.story = StoryWeight.of(tree, blocks);
    this.letters = new double[tree.size()];
    this.linked = new double[tree.size()];
    for (Block block : blocks) {
      letters[block.holder()] += block.text().length();
      linked[block.holder()] += block.linked();
    }
    tree.sumUp(letters);
    tree.sumUp(linked);
  }

  /**
   * Drops pictures with their captions, boxes of links and articles within the article.
   *
   * @param blocks of the article's element
   */
  static void drop(PageTree tree, int body, List<Block> blocks) {
    new Boxes(tree, body, blocks).drop();
  }

  private void drop() {
    int place = body + 1;
    while (place < tree.end(body)) {
      if (!tree.isDropped(place) && isForeign(place)) {
        tree.drop(place);
      }
      place = tree.isDropped(place) ? tree.end(place) : place + 1;
    }
  }

  private boolean isForeign(int place) {
    String tag = tree.tag(place);
    if (tag.equals("figure")) {
      return story.at(place) < A_PART * story.at(body) && !showsText(place);
    }
    if (tag.equals("article")) {
      return story.at(place) < A_PART * story.at(body) && Teaser.is(tree, place);
    }
    return BOXES.contains(tag)
        && letters[place] > 0
        && linked[place] >= MOSTLY_LINKS * letters[place]
        && story.at(place) <= 0;
  }

  private boolean showsText(int figure) {
    for (int place = figure; place < tree.end(figure); place++) {
      if (SHOWN_AS_FIGURE.contains(tree.tag(place))) {
        return true;
      }
    }
    return false;
  }
}
