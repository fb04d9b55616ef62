package io.riftwatch.ingest.extract;

import java.util.List;
import java.util.Optional;

/** Reads the text of the article that a page shows. */
final class ArticleText {

  /** What is left of a text after it was trimmed is believed if it is at least this much of it. */
  private static final double ENOUGH = 0.3;

  private ArticleText() {}

  /**
   * The text; empty where the page has none.
   *
   * @param title of the article, which is not a part of the text
   * @param markup the text that the page gives machines
   */
  static String of(PageTree tree, String title, Optional<String> markup) {
    List<Block> shown = shown(tree, title);
    return markup.map(given -> WholeText.of(shown, given)).orElseGet(() -> Blocks.text(shown));
  }

  private static List<Block> shown(PageTree tree, String title) {
    ElementNames names = new ElementNames();
    Clutter.drop(tree, names);
    ConsentBanner.drop(tree, Blocks.of(tree, 0));
    List<Block> page = Blocks.of(tree, 0);
    int body = BodyFinder.find(tree, names, page, Headline.find(page, title));
    List<Block> whole = Blocks.of(tree, body);
    Boxes.drop(tree, body);
    List<Block> unboxed = unlessTooLittle(Blocks.of(tree, body), whole);
    return unlessTooLittle(LineTrim.trim(tree, unboxed, title), unboxed);
  }

  private static List<Block> unlessTooLittle(List<Block> trimmed, List<Block> blocks) {
    return length(trimmed) >= ENOUGH * length(blocks) ? trimmed : blocks;
  }

  private static int length(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::length).sum();
  }
}
