package io.riftwatch.alert.rest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next cursor of the part behind it; empty at the list's end
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * A page of rows that were read with one row more than the page holds, to know whether there are
   * any more.
   */
  public static <R, T> Page<T> of(
      List<R> rows, int limit, Function<R, T> item, Function<R, Cursor> cursor) {
    List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
    Optional<String> next =
        rows.size() > limit
            ? Optional.of(cursor.apply(shown.get(shown.size() - 1)).encode())
            : Optional.empty();
    return new Page<>(shown.stream().map(item).toList(), next);
  }
}
