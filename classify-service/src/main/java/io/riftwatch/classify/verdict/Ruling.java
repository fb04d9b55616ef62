package io.riftwatch.classify.verdict;

/** What an operator says of a signal. */
public enum Ruling {
  /** The report states the measure, as it was read or as it is corrected. */
  CONFIRMED,
  /** The report states no such measure. */
  REJECTED
}
