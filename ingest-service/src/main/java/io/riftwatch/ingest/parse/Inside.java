package io.riftwatch.ingest.parse;

/**
 * What stands within an element.
 *
 * @param text its characters, those of the elements in it included
 * @param markup the same as it is written, where it has elements; else empty
 */
record Inside(String text, String markup) {

  static final Inside NOTHING = new Inside("", "");

  boolean hasElements() {
    return !markup.isEmpty();
  }

  /** Gathers the pieces. */
  static final class Builder {

    private String text = "";
    private StringBuilder more;
    private boolean hasElements;

    void append(String piece) {
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
      return new Inside(
          more == null ? text : more.toString(), hasElements ? document.markup(from, to) : "");
    }
  }
}
