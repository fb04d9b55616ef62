package io.riftwatch.alert.delivery;

/** How far a delivery has come. */
public enum DeliveryState {
  /** To be sent, for the first time or again. */
  PENDING,
  /** The other side has it. */
  DELIVERED,
  /** Given up; an operator can have it sent again. */
  DEAD
}
