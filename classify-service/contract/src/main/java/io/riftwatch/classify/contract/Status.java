package io.riftwatch.classify.contract;

/** How real a reported measure is. */
public enum Status {
  /** Done, ordered or announced. */
  ACTUAL,
  /** Demanded, considered or warned of. */
  THREATENED,
  /** Ruled out or denied by a government. */
  DENIED,
  /** Taken back. */
  REVERSED,
  /** Background: from more than about a month before the report. */
  HISTORICAL
}
