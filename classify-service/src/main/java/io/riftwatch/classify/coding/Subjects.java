package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells which states of a sentence act and which only stand in it. */
final class Subjects {

  /** So many tokens may stand between the town of a dateline and its dash. */
  private static final int DATELINE = 12;

  /** So many adjectives, its own included, may stand behind a noun. */
  private static final int MODIFIERS = 3;

  private Subjects() {}

  /**
   * The acting states in front of an index, nearest first; those within a parenthesis come last.
   */
  static List<Group> before(Analysis analysis, int index) {
    Sentence sentence = analysis.sentence();
    List<Group> near = new ArrayList<>();
    List<Group> inParenthesis = new ArrayList<>();
    int verb = Arguments.groupStart(sentence, index);
    int opening = sentence.mark(verb - 1, ',') ? last(sentence, ',', verb - 2) : -1;
    int begin = last(sentence, ';', verb - 1);
    for (int i = analysis.groups().size() - 1; i >= 0; i--) {
      Group group = analysis.groups().get(i);
      boolean inFront = group.to() <= verb && group.from() > begin;
      if (inFront && (acts(analysis, group) || group.to() == verb && alone(analysis, group))) {
        (opening >= 0 && group.from() > opening ? inParenthesis : near).add(group);
      }
    }
    near.addAll(inParenthesis);
    return near;
  }

  /** "Swiss recall envoy": the adjective itself is the subject when the verb follows. */
  private static boolean alone(Analysis analysis, Group group) {
    return group.kind() == Mention.Kind.DEMONYM
        && !analysis.behindNoun(group)
        && analysis.preposition(group).isEmpty();
  }

  private static int last(Sentence sentence, char mark, int from) {
    for (int i = from; i >= 0; i--) {
      if (sentence.mark(i, mark)) {
        return i;
      }
    }
    return -1;
  }

  /** The state that says what the sentence states: ", Moscow said", "said the Kremlin". */
  static Optional<Group> speaker(Analysis analysis, int from) {
    return analysis.groups().stream()
        .filter(g -> g.from() >= from && acts(analysis, g))
        .filter(g -> nearReport(analysis.sentence(), g))
        .findFirst();
  }

  private static boolean nearReport(Sentence sentence, Group group) {
    for (int i = group.from() - 1; i >= Math.max(0, group.from() - 3); i--) {
      if (sentence.is(i, Part.REPORTING)) {
        return true;
      }
    }
    for (int i = group.to(); i < Math.min(sentence.size(), group.to() + 5); i++) {
      if (sentence.is(i, Part.REPORTING)) {
        return !(sentence.hyphen(i + 1) && sentence.is(i + 2, Part.PRONOUN));
      }
    }
    return false;
  }

  /** The state or its capital at the head of a sentence: In Ottawa, the envoy was called in. */
  static Optional<Group> scene(Analysis analysis) {
    return analysis.groups().stream()
        .findFirst()
        .filter(g -> g.kind() == Mention.Kind.CAPITAL || g.kind() == Mention.Kind.NAME)
        .filter(g -> g.from() <= 2)
        .filter(
            g ->
                analysis
                    .preposition(g)
                    .filter(i -> analysis.sentence().is(i, Part.IN))
                    .isPresent());
  }

  /** Whether the group stands where one who acts stands. */
  static boolean acts(Analysis analysis, Group group) {
    Sentence sentence = analysis.sentence();
    if (group.kind() == Mention.Kind.PLACE
        || group.kind() == Mention.Kind.OUTLET
        || dateline(analysis, group)) {
      return false;
    }
    Optional<Integer> preposition = analysis.preposition(group);
    if (preposition.isPresent()) {
      int at = preposition.get();
      boolean attaches = sentence.is(at, Part.OF) || sentence.is(at, Part.IN);
      return attaches && analysis.authorityEndsAt(at);
    }
    if (sentence.is(group.from() - 1, Part.ADDRESSING) || addressedAfterArticle(sentence, group)) {
      return false;
    }
    return headActs(analysis, group);
  }

  private static boolean addressedAfterArticle(Sentence sentence, Group group) {
    return sentence.is(group.from() - 1, Part.ARTICLE)
        && sentence.is(group.from() - 2, Part.ADDRESSING);
  }

  /** Whether the group names its state, and is no mere adjective: an American rapper is none. */
  static boolean isState(Analysis analysis, Group group) {
    return group.kind() != Mention.Kind.DEMONYM
        || Arguments.people(analysis, group)
        || headActs(analysis, group)
        || !analysis.nounsFrom(group.to()).isEmpty();
  }

  /** Whether the group is where the report was written: BAMAKO (AFP) -. */
  static boolean dateline(Analysis analysis, Group group) {
    Sentence sentence = analysis.sentence();
    boolean town =
        group.mentions().stream()
            .allMatch(m -> m.kind() == Mention.Kind.CAPITAL || m.kind() == Mention.Kind.PLACE);
    if (!town || group.from() > 0 || analysis.field() != Evidence.Field.text) {
      return false;
    }
    for (int i = group.to(); i < Math.min(sentence.size(), group.to() + DATELINE); i++) {
      Token token = sentence.at(i);
      if (token.mark('-') || token.mark('\u2013') || token.mark('\u2014')) {
        return sentence.at(i).start() > sentence.at(i - 1).end();
      }
      boolean casual =
          token.kind() == Token.Kind.WORD
              && token.casing() == Token.Casing.LOWER
              && token.word().function();
      if (casual) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether the head of the noun phrase acts for the state: "Czech investigators" do, "Russian
   * diplomats" and "the German sportswear group" do not.
   */
  private static boolean headActs(Analysis analysis, Group group) {
    Sentence sentence = analysis.sentence();
    if (analysis.behindNoun(group)) {
      return nounInFrontActs(analysis, group);
    }
    int i = group.to();
    boolean possessor = sentence.is(i, Part.POSSESSIVE) && Analysis.clitic(sentence.at(i));
    if (!possessor && (group.kind() != Mention.Kind.DEMONYM || Arguments.people(analysis, group))) {
      return true;
    }
    for (int steps = 0; i < sentence.size() && steps < 6; i++, steps++) {
      Token token = sentence.at(i);
      if (analysis.authority(i)) {
        return true;
      }
      boolean clitic = token.is(Part.POSSESSIVE) && Analysis.clitic(token);
      if (!token.spoken() || token.word().barrier() && !clitic) {
        return false;
      }
      if (possessor && steps == 1 && token.casing() != Token.Casing.LOWER && !sentence.shouted()) {
        return analysis.nounsFrom(group.to() + 1).isEmpty();
      }
    }
    return false;
  }

  /** "Les autorités militaires maliennes" act, "les diplomates maliens" do not. */
  private static boolean nounInFrontActs(Analysis analysis, Group group) {
    Sentence sentence = analysis.sentence();
    for (int i = group.from() - 1; i >= Math.max(0, group.from() - MODIFIERS); i--) {
      if (analysis.authority(i)) {
        return true;
      }
      if (!sentence.at(i).spoken() || sentence.word(i).barrier()) {
        return false;
      }
    }
    return false;
  }
}
