package io.riftwatch.ingest.websub;

/** How the news of a feed come. */
public enum Delivery {
  /** No hub has part in it. */
  POLLED,
  /** A hub is to push but cannot be relied on: it has not agreed yet, or it has kept news back. */
  AWAITED,
  /** A hub pushes; polling only makes sure of it. */
  PUSHED
}
