package io.riftwatch.runtime.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * One HTTP request to the outside world.
 *
 * @param method GET, POST ...
 * @param address http or https
 * @param headers sent as they are
 * @param body empty for none
 * @param limits how much of an answer is taken, and how long is waited for it
 */
public record HttpCall(
    String method, URI address, Map<String, String> headers, byte[] body, Limits limits) {

  private static final byte[] NO_BODY = {};

  /**
   * @param maxBody bytes of the body as they come over the wire
   * @param maxInflated bytes of the body after decompression
   * @param connect to an open connection, per address tried
   * @param firstByte from the request sent to the answer's headers
   * @param total from the call to the last byte, resolving the name included
   */
  public record Limits(
      long maxBody, long maxInflated, Duration connect, Duration firstByte, Duration total) {

    public Limits {
      if (maxBody < 0 || maxInflated < 0) {
        throw new IllegalArgumentException("a limit of bytes is 0 or more");
      }
      for (Duration limit : new Duration[] {connect, firstByte, total}) {
        if (limit.isNegative() || limit.isZero()) {
          throw new IllegalArgumentException("a limit of time is more than 0");
        }
      }
    }
  }

  public HttpCall {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(limits, "limits");
    headers = Map.copyOf(headers);
    body = body.clone();
  }

  /** A request without a body. */
  public static HttpCall get(URI address, Map<String, String> headers, Limits limits) {
    return new HttpCall("GET", address, headers, NO_BODY, limits);
  }

  /** A request that carries a body. */
  public static HttpCall post(
      URI address, Map<String, String> headers, byte[] body, Limits limits) {
    return new HttpCall("POST", address, headers, body, limits);
  }
}
