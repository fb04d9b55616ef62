package io.riftwatch.ingest.markup;

/** Where a string stands next; no stretch of the source is searched for it twice in a row. */
final class NextPlace {

  private final String source;
  private final String sought;
  private int from;
  private int found = -1;

  NextPlace(String source, String sought) {
    this.source = source;
    this.sought = sought;
  }

  /** The first place not before that one, or -1 where there is none. */
  int atOrAfter(int place) {
    if (place < from || place > found) {
      int at = source.indexOf(sought, place);
      from = place;
      found = at < 0 ? Integer.MAX_VALUE : at;
    }
    return found == Integer.MAX_VALUE ? -1 : found;
  }
}
