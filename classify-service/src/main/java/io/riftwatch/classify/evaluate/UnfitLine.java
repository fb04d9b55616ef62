package io.riftwatch.classify.evaluate;

/** That a line of a file of labelled reports cannot be used, and why. */
final class UnfitLine extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnfitLine(String message) {
    super(message);
  }
}
