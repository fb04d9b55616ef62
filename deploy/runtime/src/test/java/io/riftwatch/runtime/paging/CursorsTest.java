package io.riftwatch.runtime.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.BadRequestException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\P{Cntrl}+");

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "xxx", "aHR0cDovL2EA", "?"})
  void aCursorThatNoListOfAddressesGaveIsRefused(String cursor) {
    assertThrows(BadRequestException.class, () -> Cursors.key(cursor, ADDRESS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/feed.xml", "http://127.0.0.1:1/rss?a=b"})
  void aCursorThatAListOfAddressesGaveIsItsAddress(String address) {
    assertEquals(Optional.of(address), Cursors.key(OpaqueKey.of(address), ADDRESS));
  }

  @Test
  void noCursorIsTheHeadOfTheList() {
    assertEquals(Optional.empty(), Cursors.key("", ADDRESS));
  }
}
