package io.riftwatch.ingest.websub;

/** What strangers say, fit to be kept and shown. */
final class Words {

  private static final int LONGEST = 300;

  private Words() {}

  /** The words on one line, without control characters, cut where they are many. */
  static String of(String said) {
    String line = said.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
