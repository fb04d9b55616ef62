package io.riftwatch.classify.coding;

import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.lexicon.Nouns;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.List;
import java.util.Optional;

/** Finds the noun phrase that a trigger's words are said of. */
final class Arguments {

  private static final int REACH = 14;

  private final RulePack pack;

  Arguments(RulePack pack) {
    this.pack = pack;
  }

  /** The first noun of the classes at or behind an index, within the same verb's reach. */
  Optional<Argument> after(Analysis analysis, int from, List<String> classes) {
    Sentence sentence = analysis.sentence();
    for (int i = from; i < Math.min(sentence.size(), from + REACH); i++) {
      Optional<Argument> argument = argument(analysis, i, classes);
      if (argument.isPresent()) {
        return argument;
      }
      Token token = sentence.at(i);
      if (barrier(token) || token.mark(',') && !listed(sentence, i)) {
        return Optional.empty();
      }
      if (token.word().preposition() && !token.is(Part.OF) && !token.is(Part.ARTICLE) && i > from) {
        return Optional.empty();
      }
      if (i > from + 1 && startsTrigger(token) && sentence.is(i - 1, Part.COORDINATOR)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The nearest noun of the classes in front of an index: the subject of the verb there. */
  Optional<Argument> before(Analysis analysis, int verb, List<String> classes) {
    Sentence sentence = analysis.sentence();
    int i = groupStart(sentence, verb) - 1;
    if (sentence.mark(i, ',')) {
      Optional<Argument> farther = beyondParenthesis(analysis, i, classes);
      if (farther.isPresent()) {
        return farther;
      }
      i--;
    }
    for (int steps = 0; i >= 0 && steps < REACH; i--, steps++) {
      Optional<Argument> argument = argument(analysis, i, classes);
      if (argument.isPresent()) {
        return argument;
      }
      Token token = sentence.at(i);
      if (barrier(token) && !token.is(Part.PRONOUN)
          || token.mark(',')
          || token.is(Part.COORDINATOR) && steps > 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The subject of "The envoys, all of them spies, must leave" stands in front of both commas. */
  private Optional<Argument> beyondParenthesis(Analysis analysis, int comma, List<String> classes) {
    for (int i = comma - 1; i >= 0; i--) {
      if (analysis.sentence().mark(i, ',')) {
        for (int j = i - 1; j >= 0 && i - j < REACH; j--) {
          Optional<Argument> argument = argument(analysis, j, classes);
          if (argument.isPresent()) {
            return argument;
          }
          Token token = analysis.sentence().at(j);
          if (barrier(token) || token.mark(',')) {
            break;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Index of the first auxiliary, negator or adverb that leads up to the verb. */
  static int groupStart(Sentence sentence, int verb) {
    int start = verb;
    while (start > 0) {
      Token token = sentence.at(start - 1);
      boolean leads =
          token.is(Part.PASSIVE)
              || token.is(Part.PERFECT)
              || token.is(Part.MODAL)
              || token.is(Part.NEGATOR)
              || token.is(Part.ADVERB);
      if (!leads) {
        return start;
      }
      start--;
    }
    return start;
  }

  private boolean startsTrigger(Token token) {
    return !pack.triggers().candidates(token.word()).isEmpty();
  }

  private static boolean listed(Sentence sentence, int comma) {
    for (int i = comma + 1; i < Math.min(sentence.size(), comma + 5); i++) {
      if (sentence.is(i, Part.COORDINATOR)) {
        return true;
      }
    }
    return false;
  }

  private static boolean barrier(Token token) {
    return token.mark(';')
        || token.mark(':')
        || token.mark('.')
        || token.mark('\u2014')
        || token.is(Part.SUBORDINATOR)
        || token.is(Part.RELATIVE)
        || token.is(Part.MODAL)
        || token.is(Part.PERFECT)
        || token.is(Part.PASSIVE)
        || token.is(Part.REPORTING)
        || token.is(Part.VERB)
        || token.is(Part.PRONOUN);
  }

  private Optional<Argument> argument(Analysis analysis, int at, List<String> classes) {
    return analysis
        .nounAt(at, classes)
        .map(noun -> describe(analysis, noun))
        .filter(
            argument ->
                argument.owner().isPresent()
                    || argument.possessive()
                    || analysis
                        .nounAt(at, classes)
                        .map(n -> n.strength() == Nouns.Strength.PLAIN)
                        .orElse(false));
  }

  private static Argument describe(Analysis analysis, Nouns.Found noun) {
    Sentence sentence = analysis.sentence();
    int start = analysis.phraseStart(noun.from());
    Optional<Group> owner = inside(analysis, start, noun);
    int to = nameEnd(analysis, noun.to());
    while (to < sentence.size()
        && sentence.at(to).word().preposition()
        && sentence.at(to).spoken()) {
      Optional<Group> next = groupNear(analysis, to + 1);
      if (next.isEmpty()) {
        break;
      }
      if (owner.isEmpty() && sentence.is(to, Part.OF)) {
        owner = next;
      }
      to = next.get().to();
    }
    boolean possessive = false;
    for (int i = start; i < noun.from(); i++) {
      possessive |= sentence.is(i, Part.POSSESSIVE) && !Analysis.clitic(sentence.at(i));
    }
    return new Argument(noun.noun(), start, noun.from(), to, owner, possessive);
  }

  /** The group that follows articles and at most two adjectives. */
  static Optional<Group> groupNear(Analysis analysis, int from) {
    for (int i = from; i < Math.min(analysis.sentence().size(), from + 4); i++) {
      Optional<Group> group = analysis.groupAt(i);
      if (group.isPresent()) {
        return group;
      }
      Token token = analysis.sentence().at(i);
      if (!token.spoken() || token.word().barrier()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The state whose noun it is, by adjective, possessive or compound. */
  private static Optional<Group> inside(Analysis analysis, int start, Nouns.Found noun) {
    Sentence sentence = analysis.sentence();
    Optional<Group> owner = Optional.empty();
    for (Group group : analysis.groups()) {
      if (group.from() < start || group.from() >= noun.to()) {
        continue;
      }
      boolean adjective =
          group.kind() == Mention.Kind.DEMONYM || group.kind() == Mention.Kind.OUTLET;
      boolean possessor =
          group.to() < sentence.size()
              && sentence.is(group.to(), Part.POSSESSIVE)
              && Analysis.clitic(sentence.at(group.to()));
      boolean compound = group.to() == noun.from() && group.kind() == Mention.Kind.NAME;
      boolean within =
          group.from() > noun.from()
              && (sentence.is(group.from() - 1, Part.OF)
                  || sentence.is(group.from() - 1, Part.ARTICLE)
                      && sentence.is(group.from() - 2, Part.OF));
      if (adjective || possessor || compound || within) {
        owner = Optional.of(group);
      }
    }
    if (owner.isPresent()) {
      return owner;
    }
    return analysis.groups().stream()
        .filter(g -> g.from() == noun.to() && g.kind() == Mention.Kind.DEMONYM)
        .findFirst();
  }

  private static int nameEnd(Analysis analysis, int from) {
    Sentence sentence = analysis.sentence();
    int to = from;
    while (to < sentence.size()
        && to - from < 4
        && sentence.at(to).kind() == Token.Kind.WORD
        && sentence.at(to).casing() != Token.Casing.LOWER
        && analysis.groupAt(to).isEmpty()
        && !sentence.word(to).function()) {
      to++;
    }
    return to;
  }
}
