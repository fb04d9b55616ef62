package io.riftwatch.classify.coding;

import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.List;
import java.util.Optional;

/**
 * Tells which time of a sentence holds for which of its measures.
 *
 * @param sentence the sentence
 * @param hits its measures
 * @param times its times
 */
record Background(Sentence sentence, List<Hit> hits, List<Times.Found> times) {

  /** A time that ends by this index opens its sentence and holds for the whole of it. */
  private static final int FRONTED = 4;

  /** The time that holds for a hit. */
  Optional<Times.Found> time(Hit hit) {
    return times.stream()
        .filter(t -> t.to() <= hit.from() || t.from() >= hit.to())
        .filter(t -> near(t, hit))
        .min((a, b) -> Integer.compare(distance(a, hit), distance(b, hit)));
  }

  private static int distance(Times.Found time, Hit hit) {
    return time.from() >= hit.to() ? time.from() - hit.to() : hit.from() - time.to();
  }

  private boolean near(Times.Found time, Hit hit) {
    int from = Math.min(time.to(), hit.to());
    int to = Math.max(time.from(), hit.from());
    boolean inFront = time.to() <= hit.from();
    if (inFront && ofFrontedParticiple(time, hit)) {
      return false;
    }
    boolean fronted = inFront && time.to() <= FRONTED;
    boolean leads = inFront && hits.stream().allMatch(h -> time.to() <= h.from());
    boolean separated = hits.stream().anyMatch(h -> h.from() >= from && h.to() <= to && h != hit);
    return fronted
        || (leads || !separated)
            && open(sentence, from, to)
            && !(inFront ? aside(time, hit) : ofParticiple(time, hit));
  }

  /** "Signed in 2002, the treaty is suspended": the time belongs to what stands in front. */
  private boolean ofFrontedParticiple(Times.Found time, Hit hit) {
    for (int i = time.from() - 1; i >= Math.max(0, time.from() - FRONTED); i--) {
      boolean opens = i == 0 || !sentence.at(i - 1).spoken() && !sentence.mark(i - 1, ',');
      if (opens && sentence.word(i).participle() && !sentence.word(i).function()) {
        return hit.from() > i && sentence.mark(time.to(), ',');
      }
    }
    return false;
  }

  /** "Chad, which cut ties in 2017, recalled": the time belongs to the relative clause alone. */
  private boolean aside(Times.Found time, Hit hit) {
    boolean closed = false;
    for (int i = time.to(); i < hit.from(); i++) {
      closed |= sentence.mark(i, ',');
      if (sentence.is(i, Part.RELATIVE)) {
        return false;
      }
    }
    for (int i = time.from() - 1; closed && i >= 0 && !sentence.mark(i, ','); i--) {
      if (sentence.is(i, Part.RELATIVE) || sentence.is(i, Part.SUBORDINATOR)) {
        return true;
      }
    }
    return false;
  }

  /** "Denounced the accord signed in 2018": the time belongs to the participle. */
  private boolean ofParticiple(Times.Found time, Hit hit) {
    for (int i = Math.max(hit.to(), hit.end()); i < time.from(); i++) {
      boolean bare =
          i > 0 && !sentence.is(i - 1, Part.PASSIVE) && !sentence.is(i - 1, Part.PERFECT);
      if (sentence.word(i).participle() && !sentence.word(i).function() && bare) {
        return true;
      }
    }
    return false;
  }

  static boolean open(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      Token token = sentence.at(i);
      if (token.mark(';') || token.mark(':') || token.is(Part.SUBORDINATOR)) {
        return false;
      }
    }
    return true;
  }
}
