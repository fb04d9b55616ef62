package io.riftwatch.classify.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where labelled reports come from. */
public enum ReportSet {
  /** Sent with the request. */
  @JsonProperty("file")
  FILE,
  /** They come with the service. */
  @JsonProperty("built-in")
  BUILT_IN,
  /** Articles whose signals operators confirmed or rejected. */
  @JsonProperty("verdicts")
  VERDICTS
}
