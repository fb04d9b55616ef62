package io.riftwatch.ingest.parse;

/**
 * How much of a feed is read.
 *
 * @param depth elements within each other, at least 1
 * @param elements elements of a document, at least 1
 * @param attributes attributes of an element that stands in no text, at least 1
 * @param entries entries of a feed; further ones are left out with a warning
 */
public record Limits(int depth, int elements, int attributes, int entries) {

  /** A document that goes beyond a limit and is not read. */
  static final class Exceeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exceeded(String reason) {
      super(reason, null, false, false);
    }
  }
}
