package io.riftwatch.alert.incident;

import java.time.LocalDate;
import java.util.List;

/**
 * What a set of signals says of one quarrel of a pair, before the incident has a name.
 *
 * @param pair the two states
 * @param acts measures taken, threatened, denied or taken back, by their day
 * @param background earlier acts that its reports recall, by their day
 * @param last day of the last report of a hostile act that was taken
 */
record Quarrel(String pair, List<Act> acts, List<Act> background, LocalDate last) {

  Quarrel {
    acts = List.copyOf(acts);
    background = List.copyOf(background);
  }
}
