package io.riftwatch.alert.incident;

/** What can happen to a measure that people are told of. */
public enum Transition {
  /** It became a fact. */
  TAKEN,
  /** It was taken back. */
  REVERSED
}
