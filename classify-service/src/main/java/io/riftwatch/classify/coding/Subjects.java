package io.riftwatch.classify.coding;

import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which states of a sentence act and which only stand in it. */
final class Subjects {

  private Subjects() {}

  /**
   * The acting states in front of an index, nearest first; those within a parenthesis come last.
   */
  static List<Group> before(Analysis analysis, int index) {
    List<Group> near = new ArrayList<>();
    List<Group> inParenthesis = new ArrayList<>();
    int verb = Arguments.groupStart(analysis.sentence(), index);
    int comma = verb - 1;
    int opening = analysis.sentence().mark(comma, ',') ? opening(analysis.sentence(), comma) : -1;
    for (int i = analysis.groups().size() - 1; i >= 0; i--) {
      Group group = analysis.groups().get(i);
      if (group.to() > verb || !acts(analysis, group)) {
        continue;
      }
      if (opening >= 0 && group.from() > opening) {
        inParenthesis.add(group);
      } else {
        near.add(group);
      }
    }
    near.addAll(inParenthesis);
    return near;
  }

  private static int opening(Sentence sentence, int comma) {
    for (int i = comma - 1; i >= 0; i--) {
      if (sentence.mark(i, ',')) {
        return i;
      }
    }
    return -1;
  }

  /** The state that says what the sentence states: ", Moscow said", "said the Kremlin". */
  static Optional<Group> speaker(Analysis analysis, int from) {
    Sentence sentence = analysis.sentence();
    for (Group group : analysis.groups()) {
      if (group.from() >= from && acts(analysis, group) && nearReport(sentence, group)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  private static boolean nearReport(Sentence sentence, Group group) {
    for (int i = group.from() - 1; i >= Math.max(0, group.from() - 3); i--) {
      if (sentence.is(i, Part.REPORTING)) {
        return true;
      }
    }
    for (int i = group.to(); i < Math.min(sentence.size(), group.to() + 5); i++) {
      if (sentence.is(i, Part.REPORTING)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the group stands where one who acts stands. */
  static boolean acts(Analysis analysis, Group group) {
    Sentence sentence = analysis.sentence();
    if (group.kind() == Mention.Kind.PLACE || group.kind() == Mention.Kind.OUTLET) {
      return false;
    }
    Optional<Integer> preposition = analysis.preposition(group);
    if (preposition.isPresent()) {
      int at = preposition.get();
      boolean attaches = sentence.is(at, Part.OF) || sentence.is(at, Part.IN);
      return attaches && authorityEndsAt(analysis, at);
    }
    if (sentence.is(group.from() - 1, Part.ADDRESSING)) {
      return false;
    }
    return !ownsSomething(analysis, group);
  }

  private static boolean authorityEndsAt(Analysis analysis, int index) {
    return analysis.nouns().stream()
        .anyMatch(n -> n.noun().equals(Analysis.AUTHORITIES) && n.to() == index);
  }

  /** Whether the noun phrase is about an envoy, a border ... of the state and not the state. */
  private static boolean ownsSomething(Analysis analysis, Group group) {
    Sentence sentence = analysis.sentence();
    int i = group.to();
    boolean possessor = sentence.is(i, Part.POSSESSIVE) && Analysis.clitic(sentence.at(i));
    if (!possessor && group.kind() != Mention.Kind.DEMONYM) {
      return false;
    }
    for (int steps = 0; i < sentence.size() && steps < 6; i++, steps++) {
      Token token = sentence.at(i);
      if (analysis.covered(i, Analysis.AUTHORITIES)) {
        return false;
      }
      int at = i;
      if (analysis.nouns().stream().anyMatch(n -> n.from() == at)) {
        return true;
      }
      boolean clitic = token.is(Part.POSSESSIVE) && Analysis.clitic(token);
      if (!token.spoken() || token.word().barrier() && !clitic) {
        return false;
      }
    }
    return false;
  }
}
