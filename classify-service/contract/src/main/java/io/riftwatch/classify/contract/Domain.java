package io.riftwatch.classify.contract;

/** What a suspended cooperation was about. */
public enum Domain {
  MILITARY,
  COUNTER_TERRORISM,
  INTELLIGENCE,
  JUDICIAL,
  ECONOMIC,
  CULTURAL,
  OTHER
}
