package io.riftwatch.ingest.extract;

/**
 * A stretch of text between two edges of a page: a paragraph, a heading, an item, a cell, a line.
 *
 * @param holder place of the element that makes the block
 * @param tag of that element
 * @param text on one line, or the lines of preformatted text
 * @param linked characters of it that are links
 * @param edge what parts it from the block before
 */
record Block(int holder, String tag, String text, int linked, Edge edge) {

  /** How far a block stands from the one before it. */
  enum Edge {
    LINE("\n"),
    PARAGRAPH("\n\n");

    private final String gap;

    Edge(String gap) {
      this.gap = gap;
    }

    String gap() {
      return gap;
    }
  }

  boolean isHeading() {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  /** 1 for the highest heading to 6. */
  int level() {
    return tag.charAt(1) - '0';
  }

  /** The share of its characters that are links, 0 to 1. */
  double linkShare() {
    return text.isEmpty() ? 0 : Math.min(1, (double) linked / text.length());
  }

  /**
   * Its length in characters of an alphabet: one of a Chinese or Korean text says as much as
   * several.
   */
  int length() {
    return Script.length(text);
  }

  boolean endsAsSentence() {
    return Script.endsAsSentence(text);
  }
}
