package io.riftwatch.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What came of the demo.
 *
 * @param published items the outlets published
 * @param articles read by the suite
 * @param signals coded from them
 * @param incidents open at the end, whole
 * @param messages alert ids in the order they came in, repeats included
 * @param latencies from publication to receipt, one a message
 * @param unread reports of the case by language that no rule pack reads
 */
record Outcome(
    int published,
    int articles,
    int signals,
    List<JsonNode> incidents,
    List<String> messages,
    List<Duration> latencies,
    Map<String, Integer> unread) {

  /** The case, measure by measure: type, direction, persons, domain. */
  static final Set<String> CASE =
      Set.of(
          "EXPULSION MLI->FRA 5 persons",
          "COOPERATION_SUSPENSION FRA->MLI COUNTER_TERRORISM",
          "EXPULSION FRA->MLI 2 persons");

  private static final String PAIR = "FRA-MLI";

  /** What is not as the case demands, in words; empty when all is. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (articles != published) {
      faults.add(articles + " of " + published + " items were read");
    }
    if (theCase().size() != 1) {
      faults.add(theCase().size() + " incidents France-Mali instead of one");
    }
    if (falseAlerts() != 0) {
      faults.add(falseAlerts() + " incidents that never were");
    }
    for (JsonNode incident : theCase()) {
      Set<String> found = measures(incident);
      if (!found.equals(CASE)) {
        faults.add("the measures are " + found + " instead of " + new TreeSet<>(CASE));
      }
    }
    if (messages.size() != CASE.size()) {
      faults.add(
          messages.size() + " messages instead of one for each of " + CASE.size() + " measures");
    }
    if (Set.copyOf(messages).size() != messages.size()) {
      faults.add("a message came twice");
    }
    return faults;
  }

  /** Incidents that no item speaks of. */
  int falseAlerts() {
    return incidents.size() - theCase().size();
  }

  List<JsonNode> theCase() {
    return incidents.stream().filter(i -> i.path("pair").asText().equals(PAIR)).toList();
  }

  static Set<String> measures(JsonNode incident) {
    Set<String> measures = new TreeSet<>();
    incident.path("measures").forEach(m -> measures.add(line(m)));
    return measures;
  }

  /** The duration that the given share of the messages did not exceed; zero without messages. */
  Duration percentile(double share) {
    List<Duration> sorted = latencies.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.isEmpty() ? Duration.ZERO : sorted.get(Math.max(0, rank - 1));
  }

  private static String line(JsonNode measure) {
    StringBuilder line =
        new StringBuilder()
            .append(measure.path("type").asText())
            .append(' ')
            .append(measure.path("actor").asText())
            .append("->")
            .append(measure.path("target").asText());
    if (measure.path("count").isInt()) {
      line.append(' ').append(measure.get("count").asInt()).append(" persons");
    }
    if (measure.path("domain").isTextual()) {
      line.append(' ').append(measure.get("domain").asText());
    }
    return line.toString();
  }
}
