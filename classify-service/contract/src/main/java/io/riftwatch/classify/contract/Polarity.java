package io.riftwatch.classify.contract;

/** Which way a measure moves the relations of two states. */
public enum Polarity {
  HOSTILE,
  CONCILIATORY
}
