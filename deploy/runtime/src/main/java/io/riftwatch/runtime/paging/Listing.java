package io.riftwatch.runtime.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next cursor of the part behind it; empty at the list's end
 */
public record Listing<T>(List<T> items, Optional<String> next) {

  public Listing {
    items = List.copyOf(items);
  }

  /**
   * A page of rows that were read with one row more than the page holds, to know whether there are
   * any more.
   *
   * @param cursor as a client is given it, of the last row shown
   */
  public static <R, T> Listing<T> of(
      List<R> rows, int limit, Function<R, T> item, Function<R, String> cursor) {
    List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
    Optional<String> next =
        rows.size() > limit
            ? Optional.of(cursor.apply(shown.get(shown.size() - 1)))
            : Optional.empty();
    return new Listing<>(shown.stream().map(item).toList(), next);
  }
}
