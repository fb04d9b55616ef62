package io.riftwatch.ingest.fetch;

import io.riftwatch.runtime.http.HttpCall;

/** The limits of calls to the outside world, as configured. */
public final class CallLimits {

  private CallLimits() {}

  /** Those of a feed, a page or a hub's answer. */
  public static HttpCall.Limits of(FetchConfig config) {
    return of(config, config.maxBody().asLongValue(), config.maxInflated().asLongValue());
  }

  static HttpCall.Limits of(FetchConfig config, long maxBody, long maxInflated) {
    return new HttpCall.Limits(
        maxBody,
        maxInflated,
        config.connectTimeout(),
        config.firstByteTimeout(),
        config.totalTimeout());
  }
}
