package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.markup.ShownText;

/**
 * What stands within an element.
 *
 * @param text its characters, where it has no elements
 * @param markup what is written, where it has elements
 */
record Inside(String text, String markup) {

  static final Inside NOTHING = new Inside("", "");

  boolean hasElements() {
    return !markup.isEmpty();
  }

  /** The characters on their own, those of its elements included. */
  String words() {
    return (hasElements() ? ShownText.ofXhtml(markup) : text).strip();
  }

  /** Gathers the pieces. */
  static final class Builder {

    private String text = "";
    private StringBuilder more;
    private boolean hasElements;

    /** Takes the last TEXT; of what has elements the markup is enough. */
    void append(XmlTokens tokens) {
      if (hasElements) {
        return;
      }
      String piece = tokens.text();
      if (text.isEmpty()) {
        text = piece;
      } else {
        more = more == null ? new StringBuilder(text) : more;
        more.append(piece);
      }
    }

    void element() {
      hasElements = true;
    }

    /** What was gathered between two places of a document. */
    Inside of(XmlTokens document, int from, int to) {
      if (hasElements) {
        return new Inside("", document.markup(from, to));
      }
      return new Inside(more == null ? text : more.toString(), "");
    }
  }
}
