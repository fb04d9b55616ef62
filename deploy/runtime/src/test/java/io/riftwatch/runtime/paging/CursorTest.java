package io.riftwatch.runtime.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void aPlaceComesBackAsItWasGiven() {
    Cursor place = new Cursor(Instant.parse("2025-09-18T10:00:00.123Z"), "an id with spaces");

    assertEquals(Optional.of(place), Cursor.decode(place.encode()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "bm8gdGltZQ", "MjAyNS0wOS0xOFQxMDowMDowMFo"})
  void whatNoListGaveIsNoPlace(String cursor) {
    assertEquals(Optional.empty(), Cursor.decode(cursor));
  }

  @Test
  void aPageNamesTheNextOnlyWhereMoreRowsWereFound() {
    Listing<Integer> part = Listing.of(List.of(1, 2, 3), 2, Function.identity(), r -> "after " + r);
    Listing<Integer> last = Listing.of(List.of(3), 2, Function.identity(), r -> "after " + r);

    assertEquals(new Listing<>(List.of(1, 2), Optional.of("after 2")), part);
    assertEquals(new Listing<>(List.of(3), Optional.empty()), last);
  }
}
