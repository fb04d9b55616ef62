package io.riftwatch.classify.confidence;

import io.riftwatch.classify.coding.Coding;
import io.riftwatch.classify.contract.Status;

/**
 * How likely a coding is right: firmer grounds never lower it. The weights are estimates until they
 * are calibrated on labelled reports.
 */
public final class Confidence {

  private static final double FIRMEST = 0.97;
  private static final double LOWEST = 0.3;
  private static final double NOT_ACTUAL = 0.04;
  private static final double PER_SENTENCE = 0.03;
  private static final int COUNTED_SENTENCES = 3;

  private Confidence() {}

  /** The confidence in a coding, 0 to 1. */
  public static double of(Coding coding) {
    Coding.Grounds grounds = coding.grounds();
    double doubt = doubt(grounds.actor()) + doubt(grounds.target());
    if (coding.status() != Status.ACTUAL) {
      doubt += NOT_ACTUAL;
    }
    int repeats = Math.min(grounds.sentences(), COUNTED_SENTENCES) - 1;
    double confidence = FIRMEST - Math.max(0, doubt - repeats * PER_SENTENCE);
    return Math.max(LOWEST, Math.round(confidence * 1000) / 1000.0);
  }

  private static double doubt(Coding.Reading reading) {
    return switch (reading) {
      case GRAMMAR -> 0;
      case SENTENCE -> 0.08;
      case QUARREL -> 0.12;
      case DISCOURSE -> 0.22;
      case NONE -> 0.35;
    };
  }
}
