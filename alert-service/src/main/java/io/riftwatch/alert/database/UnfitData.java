package io.riftwatch.alert.database;

/** Data that cannot be worked with, now or later; the cause says why. */
public final class UnfitData extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message names the data
   */
  public UnfitData(String message, Throwable cause) {
    super(message, cause);
  }
}
