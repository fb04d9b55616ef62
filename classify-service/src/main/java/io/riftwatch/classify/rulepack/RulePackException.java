package io.riftwatch.classify.rulepack;

/** A rule pack that cannot be used; the message names the file, the line and what to do. */
public final class RulePackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String mistake;

  /**
   * @param file the file with the mistake
   * @param line its line, from 1
   * @param mistake what is wrong and what to do
   */
  public RulePackException(String file, int line, String mistake) {
    super(file + ", line " + line + ": " + mistake);
    this.file = file;
    this.line = line;
    this.mistake = mistake;
  }

  /** The file with the mistake. */
  public String file() {
    return file;
  }

  /** Its line, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong and what to do. */
  public String mistake() {
    return mistake;
  }
}
