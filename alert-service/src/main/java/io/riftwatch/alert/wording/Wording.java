package io.riftwatch.alert.wording;

import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.SignalType;
import java.util.Map;
import java.util.Optional;

/** Puts measures into the words a duty officer reads. */
public final class Wording {

  private final StateNames states;
  private final Map<String, String> phrases;

  private Wording(StateNames states, Map<String, String> phrases) {
    this.states = states;
    this.phrases = phrases;
  }

  public static Wording english() {
    return new Wording(StateNames.english(), Wordlist.read("measures.properties"));
  }

  /** The names this wording uses. */
  public StateNames states() {
    return states;
  }

  /** What the actor does, for example {@code France expels 2 Malian diplomats}. */
  public String sentence(Measure measure) {
    return states.name(measure.actor()) + " " + fill(phrase(measure, "act"), measure);
  }

  /** That the actor no longer holds to a measure. */
  public String reversal(Measure measure) {
    return "%s takes back its measure against %s: %s"
        .formatted(states.name(measure.actor()), states.inProse(measure.target()), done(measure));
  }

  /** Who did what to whom, for example {@code Mali → France: 5 diplomats expelled}. */
  public String line(Measure measure) {
    return direction(measure) + ": " + done(measure);
  }

  /** Who against whom, for example {@code Mali → France}. */
  public String direction(Measure measure) {
    return states.name(measure.actor()) + " → " + states.name(measure.target());
  }

  /** What was done, for example {@code 5 diplomats expelled}. */
  public String done(Measure measure) {
    return fill(phrase(measure, "done"), measure);
  }

  /** What measures of a type do, whoever takes them, for example {@code Diplomats expelled}. */
  public String kind(SignalType type) {
    String done = phrases.get(type + ".done").replace("{domain}", "");
    return Character.toUpperCase(done.charAt(0)) + done.substring(1);
  }

  private String phrase(Measure measure, String form) {
    String plain = measure.type() + "." + form;
    return variant(measure)
        .map(variant -> phrases.get(plain + variant))
        .orElseGet(() -> phrases.get(plain));
  }

  private Optional<String> variant(Measure measure) {
    if (measure.count() != null) {
      return Optional.of(measure.count() == 1 ? ".one" : ".many");
    }
    return states.isBloc(measure.target()) ? Optional.of(".bloc") : Optional.empty();
  }

  private String fill(String phrase, Measure measure) {
    return phrase
        .replace("{target}", states.inProse(measure.target()))
        .replace("{adjective}", states.adjective(measure.target()))
        .replace("{count}", String.valueOf(measure.count()))
        .replace("{domain}", domain(measure.domain()));
  }

  private String domain(Domain domain) {
    String word = domain == null ? "" : phrases.get("domain." + domain);
    return word.isEmpty() ? "" : word + " ";
  }
}
