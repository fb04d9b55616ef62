package io.riftwatch.ingest.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most as many as asked for
 * @param next the cursor of the page after this one, null on the last
 */
public record Listing<T>(List<T> items, String next) {

  /**
   * Cuts a page from what a query found that asked for one row more than the page has.
   *
   * @param key what the next page begins after, taken from this page's last item
   */
  public static <T> Listing<T> page(List<T> found, int limit, Function<T, String> key) {
    if (found.size() <= limit) {
      return new Listing<>(found, null);
    }
    List<T> items = List.copyOf(found.subList(0, limit));
    return new Listing<>(items, Cursor.of(key.apply(items.get(limit - 1))));
  }

  /** The same items under the same cursor, as they are shown. */
  public <S> Listing<S> map(Function<T, S> view) {
    return new Listing<>(items.stream().map(view).toList(), next);
  }
}
