package io.riftwatch.runtime.egress;

/** An address that a service must not call; the message names it and what to do. */
public final class EgressRefused extends Exception {

  private static final long serialVersionUID = 1L;

  EgressRefused(String message) {
    super(message);
  }
}
