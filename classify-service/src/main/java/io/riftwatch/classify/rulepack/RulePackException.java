package io.riftwatch.classify.rulepack;

/** A rule pack that cannot be used; the message names the file, the line and what to do. */
public final class RulePackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param file the file with the mistake
   * @param line its line, from 1
   * @param mistake what is wrong and what to do
   */
  public RulePackException(String file, int line, String mistake) {
    super(file + ", line " + line + ": " + mistake);
  }
}
