package io.riftwatch.ingest.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riftwatch.runtime.paging.OpaqueKey;
import jakarta.ws.rs.BadRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "xxx", "aHR0cDovL2EA", "?"})
  void aCursorThatNoListOfAddressesGaveIsRefused(String cursor) {
    assertThrows(BadRequestException.class, () -> Cursors.address(cursor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/feed.xml", "http://127.0.0.1:1/rss?a=b"})
  void aCursorThatAListOfAddressesGaveIsItsAddress(String address) {
    assertEquals(address, Cursors.address(OpaqueKey.of(address)));
  }

  @Test
  void noCursorIsTheHeadOfTheList() {
    assertEquals("", Cursors.address(""));
  }
}
