package io.riftwatch.ingest.parse;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The repairs that a document needed: for each kind, the first place and how many there were. */
final class Repairs {

  private static final class Places {
    private final int first;
    private int last = -1;
    private int count;

    private Places(int first) {
      this.first = first;
    }
  }

  private final Map<Repair, Places> repairs = new EnumMap<>(Repair.class);

  /**
   * @param place the index in the document; one that was passed before counts no second time
   */
  void note(Repair repair, int place) {
    Places places = repairs.computeIfAbsent(repair, r -> new Places(place));
    if (place > places.last) {
      places.last = place;
      places.count++;
    }
  }

  boolean has(Repair repair) {
    return repairs.containsKey(repair);
  }

  /** One sentence for each kind, with the line of its first place. */
  List<String> warnings(String document) {
    return repairs.entrySet().stream()
        .map(e -> warning(e.getKey(), e.getValue(), document))
        .toList();
  }

  private static String warning(Repair repair, Places places, String document) {
    long line =
        1 + document.chars().limit(Math.max(0, places.first)).filter(c -> c == '\n').count();
    return "line "
        + line
        + ": "
        + repair.message()
        + (places.count > 1 ? " (" + places.count + " times)" : "");
  }
}
