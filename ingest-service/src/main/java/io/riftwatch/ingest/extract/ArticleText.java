package io.riftwatch.ingest.extract;

import io.riftwatch.ingest.extract.Clutter.Signs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the text of the article that a page shows. */
final class ArticleText {

  /** What is left of a text after it was trimmed is believed if it is at least this much of it. */
  private static final double ENOUGH = 0.3;

  /** Letters below which a text may be what was left over of the article. */
  private static final int SHORT = 600;

  /**
   * What is left of a page by all signs is believed if it is at least this much of what is by few.
   */
  private static final double LITTLE = 0.25;

  private ArticleText() {}

  /**
   * The text; empty where the page has none.
   *
   * @param title of the article, which is not a part of the text
   * @param description what the page says of itself
   * @param markup the text that the page gives machines
   */
  static String of(
      PageTree tree, String title, Optional<String> description, Optional<String> markup) {
    List<Block> shown = shown(tree, title, description.orElse(""));
    return markup.map(given -> WholeText.of(shown, given)).orElseGet(() -> Blocks.text(shown));
  }

  /** Where the names of a page's elements leave next to nothing, they mean other things on it. */
  private static List<Block> shown(PageTree tree, String title, String description) {
    ElementNames names = new ElementNames();
    List<Block> strict = shown(tree, title, description, names, Signs.ALL);
    if (length(strict) >= SHORT) {
      return strict;
    }
    tree.restore();
    List<Block> lenient = shown(tree, title, description, names, Signs.SURE);
    return length(strict) >= LITTLE * length(lenient) ? strict : lenient;
  }

  private static List<Block> shown(
      PageTree tree, String title, String description, ElementNames names, Signs signs) {
    Clutter.drop(tree, names, signs);
    List<Block> page = ConsentBanner.drop(tree, Blocks.of(tree, 0));
    int headline = Headline.find(page, title);
    int body = BodyFinder.find(tree, names, page, headline);
    Optional<Block> lead = new Lead(tree, names, description).between(headline, body, page);
    List<Block> whole = Blocks.of(tree, body);
    Boxes.drop(tree, body, whole);
    List<Block> unboxed = unlessTooLittle(Blocks.of(tree, body), whole);
    List<Block> trimmed = unlessTooLittle(LineTrim.trim(tree, unboxed, title), unboxed);
    return Stream.concat(lead.stream(), trimmed.stream()).toList();
  }

  private static List<Block> unlessTooLittle(List<Block> trimmed, List<Block> blocks) {
    return length(trimmed) >= ENOUGH * length(blocks) ? trimmed : blocks;
  }

  private static int length(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::length).sum();
  }
}
