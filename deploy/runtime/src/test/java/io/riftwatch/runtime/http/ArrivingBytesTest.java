package io.riftwatch.runtime.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ArrivingBytesTest {

  private final ArrivingBytes bytes = new ArrivingBytes(100, 10);

  @Test
  void aLargeBodyEndsWhereItAndTheOthersAreTooMuch() {
    assertTrue(bytes.take(60, 0));
    assertTrue(bytes.take(40, 60));

    assertFalse(bytes.take(1, 100));
    assertFalse(bytes.take(11, 0));
  }

  @Test
  void aSmallBodyArrivesWhateverTheOthersHold() {
    assertTrue(bytes.take(100, 0));

    assertTrue(bytes.take(5, 0));
    assertTrue(bytes.take(5, 5));
    assertFalse(bytes.take(1, 10));
  }

  @Test
  void whatIsGivenBackIsRoomForOthers() {
    assertTrue(bytes.take(100, 0));
    assertFalse(bytes.take(50, 0));

    bytes.giveBack(100);

    assertTrue(bytes.take(50, 0));
  }
}
