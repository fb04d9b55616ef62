package io.riftwatch.classify.evaluate;

/** Which half of a set of labelled reports one belongs to. */
public enum Split {
  /** Rules are written with these in view. */
  DEV,
  /** Held back: they tell how rules do on what their writer did not see. */
  HELD
}
