package io.riftwatch.classify.replay;

/** That an article cannot be coded with a rule pack, however often it is tried. */
final class Uncodable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Uncodable(String article, RuntimeException cause) {
    super("article " + article + " cannot be coded: " + cause, cause);
  }
}
