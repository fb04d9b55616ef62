package io.riftwatch.classify.signal;

/** How far a signal has come. */
public enum SignalState {
  /** In riftwatch.signals, and nobody judged it. */
  PUBLISHED,
  /** Too uncertain to be published: it waits for a verdict. */
  REVIEW,
  /** An operator said that the report states it. */
  CONFIRMED,
  /** An operator said that the report states no such measure, or another one in its place. */
  REJECTED
}
