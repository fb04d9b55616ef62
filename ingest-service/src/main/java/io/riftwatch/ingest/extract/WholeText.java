package io.riftwatch.ingest.extract;

import java.util.List;

/**
 * Chooses between the text a page shows and the one it gives machines. What is shown is the better
 * text, with headings and paragraphs; the other tells where it begins and ends, and stands in for
 * it where the page shows less.
 */
final class WholeText {

  /** Letters below which a text for machines is a teaser that says nothing of the whole. */
  private static final int SHORTEST_WHOLE = 300;

  /** The share of the machines' text below which the shown text is not the whole. */
  private static final double LESS = 0.6;

  /** The share of a shown text that the other confirms, from which on they are the same text. */
  private static final double SAME = 0.75;

  /** The share below which the two have nothing to do with each other. */
  private static final double RELATED = 0.3;

  /** Letters of a block below which it may stand in a text by chance. */
  private static final int SHORTEST_BLOCK = 15;

  private final List<Block> shown;
  private final String given;
  private final List<String> wordings;

  private WholeText(List<Block> shown, String given) {
    this.shown = shown;
    this.given = Wording.of(given);
    this.wordings = shown.stream().map(block -> Wording.of(block.text())).toList();
  }

  /**
   * The text of the article.
   *
   * @param shown the blocks of the article on the page
   * @param markup what the page gives machines, as it stands there
   */
  static String of(List<Block> shown, String markup) {
    String given = HtmlText.of(HtmlText.of(markup)); // often escaped twice
    return new WholeText(shown, given).choose(given);
  }

  private String choose(String text) {
    int all = wordings.stream().mapToInt(String::length).sum();
    if (all == 0) {
      return text;
    }
    int confirmed = wordings.stream().filter(this::confirms).mapToInt(String::length).sum();
    boolean showsLess = all < LESS * given.length();
    if (showsLess && given.length() >= SHORTEST_WHOLE && confirmed >= RELATED * all) {
      return text;
    }
    boolean same = given.length() >= SHORTEST_WHOLE && confirmed >= SAME * all;
    return Blocks.text(same ? withinConfirmed() : shown);
  }

  private boolean confirms(String wording) {
    return wording.length() >= SHORTEST_BLOCK && given.contains(wording);
  }

  /** From the first to the last block that both texts have. */
  private List<Block> withinConfirmed() {
    int from = 0;
    while (!confirms(wordings.get(from))) {
      from++;
    }
    int to = shown.size();
    while (!confirms(wordings.get(to - 1))) {
      to--;
    }
    boolean cutShort = !given.endsWith(wordings.get(to - 1));
    return shown.subList(from, cutShort ? shown.size() : to);
  }
}
