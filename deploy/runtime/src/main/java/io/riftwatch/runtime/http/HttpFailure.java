package io.riftwatch.runtime.http;

/** A call that got no usable answer; the message names the address and what went wrong. */
public final class HttpFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  public enum Reason {
    /** The egress guard forbids the address: calling again is of no use. */
    REFUSED_BY_GUARD,
    /** The name could not be resolved. */
    DNS,
    /** No connection came about, so nothing was sent. */
    CONNECT,
    /** The connection broke before the answer was whole. */
    BROKEN,
    /** The certificate is not valid for the host, or the handshake failed. */
    TLS,
    /** A limit of time ran out. */
    TIMEOUT,
    /** The answer is larger than the call allows. */
    TOO_LARGE,
    /** Too much arrives at one time for an answer of its size: calling again later may help. */
    BUSY,
    /** What came back is not HTTP, or not what its headers say. */
    PROTOCOL
  }

  private final Reason reason;

  HttpFailure(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  HttpFailure(Reason reason, String message) {
    this(reason, message, null);
  }

  /** What stood in the way. */
  public Reason reason() {
    return reason;
  }
}
