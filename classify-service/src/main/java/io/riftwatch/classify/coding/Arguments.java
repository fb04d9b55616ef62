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
  private static final int SLACK = 6;
  private static final int MODIFIERS = 10;
  private static final int PARENTHESIS = 9;
  private static final int FRONTED = 24;

  private final RulePack pack;

  Arguments(RulePack pack) {
    this.pack = pack;
  }

  /** The first noun of the classes at or behind an index, within the same verb's reach. */
  Optional<Argument> after(Analysis analysis, int from, List<String> classes) {
    Sentence sentence = analysis.sentence();
    for (int i = from; i < Math.min(sentence.size(), from + REACH); i++) {
      Optional<Argument> argument = NounPhrases.argument(analysis, i, classes);
      if (argument.isPresent()) {
        return argument;
      }
      int closing = parenthesis(sentence, i);
      if (closing > i) {
        i = closing;
        continue;
      }
      Token token = sentence.at(i);
      boolean comma = token.mark(',') && !listed(sentence, i) && !apposition(analysis, i);
      boolean noun = token.is(Part.PASSIVE) && sentence.is(i - 1, Part.ARTICLE);
      if (barrier(token) && !noun || comma || leadsAway(token, i, from)) {
        return Optional.empty();
      }
      if (i > from + 1 && sentence.is(i - 1, Part.COORDINATOR) && startsTrigger(token)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "Lowered, on Monday, its level": the closing comma, where the object follows it. */
  private static int parenthesis(Sentence sentence, int comma) {
    if (!sentence.mark(comma, ',')) {
      return -1;
    }
    for (int i = comma + 1; i < Math.min(sentence.size() - 1, comma + PARENTHESIS); i++) {
      if (sentence.mark(i, ',')) {
        Token next = sentence.at(i + 1);
        boolean object = next.is(Part.ARTICLE) || next.is(Part.POSSESSIVE) || next.is(Part.OF);
        return i > comma + 1 && object ? i : -1;
      }
      Token token = sentence.at(i);
      if (token.is(Part.COORDINATOR) || token.is(Part.SUBORDINATOR) || token.mark(':')) {
        return -1;
      }
    }
    return -1;
  }

  /** "Summoned to the ministry on Monday, the ambassador ...": what a fronted participle is of. */
  Optional<Argument> fronting(Analysis analysis, int participle, int to, List<String> classes) {
    Sentence sentence = analysis.sentence();
    boolean opens =
        participle == 0
            || !sentence.at(participle - 1).spoken()
                && !sentence.mark(participle - 1, ',')
                && !sentence.hyphen(participle - 1);
    for (int i = to; opens && i < Math.min(sentence.size(), participle + FRONTED); i++) {
      if (sentence.mark(i, ',')) {
        return phraseAt(analysis, i + 1, classes);
      }
      if (barrier(sentence.at(i)) && !sentence.is(i, Part.PRONOUN)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Argument> phraseAt(Analysis analysis, int from, List<String> classes) {
    for (int i = from; i < Math.min(analysis.sentence().size(), from + SLACK); i++) {
      Optional<Argument> argument = NounPhrases.argument(analysis, i, classes);
      if (argument.isPresent()) {
        return argument.filter(a -> a.from() <= from);
      }
      if (barrier(analysis.sentence().at(i))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "L'arrestation à Bamako d'un agent": the noun's place stands in front of whom it is of. */
  Optional<Argument> behindPlace(Analysis analysis, int from, List<String> classes) {
    Sentence sentence = analysis.sentence();
    for (int i = from; i < Math.min(sentence.size(), from + SLACK); i++) {
      Token token = sentence.at(i);
      if (token.is(Part.IN)) {
        return groupNear(analysis, i + 1)
            .filter(g -> sentence.is(g.to(), Part.OF))
            .flatMap(g -> after(analysis, g.to(), classes));
      }
      if (!token.spoken() || barrier(token) || token.is(Part.OF)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean leadsAway(Token token, int at, int from) {
    return at > from && token.word().preposition() && !token.is(Part.OF) && !token.is(Part.ARTICLE);
  }

  /** "Yann V., an employee of the embassy": what follows the comma is the name's apposition. */
  private static boolean apposition(Analysis analysis, int comma) {
    Sentence sentence = analysis.sentence();
    Token before = sentence.at(Math.max(0, comma - 1));
    boolean named = !before.spoken() || before.casing() != Token.Casing.LOWER;
    return named
        && (sentence.is(comma + 1, Part.ARTICLE)
            || sentence.is(comma + 1, Part.POSSESSIVE)
            || analysis.groupAt(comma + 1).isPresent());
  }

  /** The noun of the classes right in front of an index, which a bare participle is said of. */
  Optional<Argument> beside(Analysis analysis, int participle, List<String> classes) {
    int start = groupStart(analysis.sentence(), participle);
    return reaching(
        analysis, analysis.sentence().mark(start - 1, ',') ? start - 1 : start, classes);
  }

  /** "Les agents que Bamako a expulsés": the noun in front of the clause that lacks its object. */
  Optional<Argument> antecedent(Analysis analysis, int participle, List<String> classes) {
    Sentence sentence = analysis.sentence();
    int verb = groupStart(sentence, participle);
    for (int i = verb - 1; i > Math.max(0, verb - 1 - SLACK); i--) {
      if (sentence.is(i, Part.RELATIVE)) {
        return reaching(analysis, i, classes);
      }
      if (!sentence.at(i).spoken() || barrier(sentence.at(i)) && !sentence.is(i, Part.PRONOUN)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The nearest noun of the classes in front of an index: the subject of the verb there. */
  Optional<Argument> before(Analysis analysis, int verb, List<String> classes) {
    Sentence sentence = analysis.sentence();
    int start = groupStart(sentence, verb);
    if (sentence.is(start - 1, Part.RELATIVE)) {
      start--;
    }
    if (sentence.mark(start - 1, ',')) {
      Optional<Argument> farther = beyondParenthesis(analysis, start - 1, classes);
      if (farther.isPresent()) {
        return farther;
      }
      start--;
    }
    int end = start;
    return reaching(analysis, end, classes).or(() -> beyondRelative(analysis, end, classes));
  }

  /** "The treaty that binds Algeria to Spain is suspended": the subject has a clause of its own. */
  private static Optional<Argument> beyondRelative(
      Analysis analysis, int end, List<String> classes) {
    Sentence sentence = analysis.sentence();
    for (int i = end - 1; i > Math.max(0, end - REACH) && sentence.at(i).spoken(); i--) {
      if (sentence.is(i, Part.RELATIVE)) {
        return reaching(analysis, i, classes);
      }
    }
    return Optional.empty();
  }

  private static Optional<Argument> reaching(Analysis analysis, int end, List<String> classes) {
    for (int i = end - 1; i >= Math.max(0, end - REACH); i--) {
      Optional<Argument> argument = NounPhrases.argument(analysis, i, classes);
      if (argument.isPresent()) {
        return argument.filter(a -> adjoins(analysis.sentence(), a.to(), end));
      }
    }
    return Optional.empty();
  }

  /** Whether nothing but modifiers of the noun phrase stands between it and the verb. */
  private static boolean adjoins(Sentence sentence, int from, int to) {
    if (to - from > MODIFIERS) {
      return false;
    }
    for (int i = from; i < to; i++) {
      Token token = sentence.at(i);
      if (token.mark(',') || barrier(token) && !token.is(Part.PRONOUN)) {
        return false;
      }
    }
    return true;
  }

  /** The subject of "The envoys, all of them spies, must leave" stands in front of both commas. */
  private static Optional<Argument> beyondParenthesis(
      Analysis analysis, int comma, List<String> classes) {
    for (int i = comma - 1; i >= 0; i--) {
      if (analysis.sentence().mark(i, ',')) {
        Optional<Argument> argument = reaching(analysis, i, classes);
        if (argument.isPresent()) {
          return argument;
        }
      }
    }
    return Optional.empty();
  }

  /** Index of the first auxiliary, negator or adverb that leads up to the verb. */
  static int groupStart(Sentence sentence, int verb) {
    int start = verb;
    while (start > 0 && leadsUp(sentence, start - 1)) {
      start--;
    }
    return start;
  }

  private static boolean leadsUp(Sentence sentence, int i) {
    Token token = sentence.at(i);
    boolean infinitive =
        token.is(Part.TO)
            && sentence.is(i + 1, Part.PASSIVE)
            && (sentence.is(i - 1, Part.PASSIVE) || sentence.is(i - 1, Part.PERFECT));
    return infinitive
        || token.is(Part.PASSIVE)
        || token.is(Part.PERFECT)
        || token.is(Part.REFLEXIVE)
        || token.is(Part.MODAL)
        || token.is(Part.NEGATOR)
        || token.is(Part.ADVERB);
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

  /** The group that follows articles and at most two adjectives. */
  static Optional<Group> groupNear(Analysis analysis, int from) {
    for (int i = from; i < Math.min(analysis.sentence().size(), from + 4); i++) {
      Optional<Group> group = analysis.groupAt(i);
      if (group.isPresent()) {
        return group;
      }
      Token token = analysis.sentence().at(i);
      boolean article = i <= from + 1 && token.is(Part.ARTICLE);
      if (!token.spoken() || token.word().barrier() && !article) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether the demonym stands for people, not as an adjective: the Saudis, two Canadians. */
  static boolean people(Analysis analysis, Group group) {
    if (group.kind() != Mention.Kind.DEMONYM || analysis.behindNoun(group)) {
      return false;
    }
    Sentence sentence = analysis.sentence();
    if (group.to() >= sentence.size()) {
      return true;
    }
    Token next = sentence.at(group.to());
    return !next.spoken()
        || next.word().barrier()
        || next.is(Part.ADVERB)
        || analysis.number(group.to());
  }

  static boolean plain(Nouns.Found noun) {
    return noun.strength() == Nouns.Strength.PLAIN;
  }
}
