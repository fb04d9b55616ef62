package io.riftwatch.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  @Test
  void credentialsArePartedFromTheAddress() {
    assertEquals(
        new DatabaseAddress("postgresql://db:5432/rift", "me", "p:w"),
        DatabaseAddress.parse("postgresql://me:p:w@db/rift"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://me:pw@db/rift",
        "postgresql://db/rift",
        "postgresql://me@db/rift",
        "postgresql://me:pw@db"
      })
  void whatIsNotWholeIsRefused(String address) {
    assertThrows(IllegalArgumentException.class, () -> DatabaseAddress.parse(address));
  }
}
