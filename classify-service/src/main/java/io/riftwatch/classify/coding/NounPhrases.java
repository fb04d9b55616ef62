package io.riftwatch.classify.coding;

import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.lexicon.Nouns;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.List;
import java.util.Optional;

/** Reads a noun phrase: where it begins and ends, and whose it is. */
final class NounPhrases {

  /** The class to which a people's name belongs by itself: two Canadians. */
  private static final String NATIONALS = "nationals";

  /** The adjective that tells whose a noun is stands among so many words behind it. */
  private static final int ADJECTIVES = 3;

  private NounPhrases() {}

  /** The noun phrase whose noun begins at the index and belongs to one of the classes. */
  static Optional<Argument> argument(Analysis analysis, int at, List<String> classes) {
    Optional<Argument> noun =
        analysis.nounAt(at, classes).flatMap(found -> describe(analysis, found));
    return noun.isPresent() || !classes.contains(NATIONALS) ? noun : people(analysis, at);
  }

  private static Optional<Argument> people(Analysis analysis, int at) {
    return analysis
        .groupAt(at)
        .filter(g -> g.to() == at + 1 && Arguments.people(analysis, g))
        .map(
            g ->
                new Argument(
                    NATIONALS, analysis.phraseStart(g.from()), at, g.to(), Optional.of(g), false));
  }

  private static Optional<Argument> describe(Analysis analysis, Nouns.Found noun) {
    Sentence sentence = analysis.sentence();
    int start = analysis.phraseStart(noun.from());
    Optional<Group> owner = inside(analysis, start, noun);
    Optional<Group> adjective = adjectiveBehind(analysis, noun.to());
    owner = owner.or(() -> adjective);
    int to =
        nameEnd(
            analysis, adjective.map(Group::to).orElseGet(() -> adjectives(analysis, noun.to())));
    boolean possessive = false;
    for (int i = start; i < noun.to(); i++) {
      possessive |= sentence.is(i, Part.POSSESSIVE) && !Analysis.clitic(sentence.at(i));
    }
    boolean placed = false;
    while (to < sentence.size() && sentence.at(to).word().preposition()) {
      int object = sentence.is(to + 1, Part.COORDINATOR) ? to + 3 : to + 1;
      Optional<Group> next = Arguments.groupNear(analysis, object);
      if (next.isEmpty()) {
        break;
      }
      if (owner.isEmpty() && !possessive && sentence.is(to, Part.OF)) {
        owner = next;
      }
      placed = true;
      to = next.get().to();
    }
    boolean belongs = Arguments.plain(noun) || owner.isPresent() || possessive || placed;
    return belongs
        ? Optional.of(new Argument(noun.noun(), start, noun.from(), to, owner, possessive))
        : Optional.empty();
  }

  /** The state whose noun it is, by adjective, possessive or compound. */
  private static Optional<Group> inside(Analysis analysis, int start, Nouns.Found noun) {
    Optional<Group> owner = Optional.empty();
    for (Group group : analysis.groups()) {
      boolean within = group.from() >= start && group.from() < noun.to();
      if (within && owns(analysis.sentence(), group, noun)) {
        owner = Optional.of(group);
      }
    }
    return owner;
  }

  /** "Diplomates maliens", "attachés militaires maliens": whose a noun is may stand behind it. */
  private static Optional<Group> adjectiveBehind(Analysis analysis, int from) {
    Sentence sentence = analysis.sentence();
    for (int i = from; i < Math.min(sentence.size(), from + ADJECTIVES); i++) {
      boolean adjoining = i == from;
      Optional<Group> group =
          analysis
              .groupAt(i)
              .filter(g -> g.kind() == Mention.Kind.DEMONYM)
              .filter(g -> adjoining || analysis.behindNoun(g));
      Token token = sentence.at(i);
      boolean adjective =
          token.kind() == Token.Kind.WORD
              && token.casing() == Token.Casing.LOWER
              && !token.word().function();
      if (group.isPresent() || !adjective) {
        return group;
      }
    }
    return Optional.empty();
  }

  private static boolean owns(Sentence sentence, Group group, Nouns.Found noun) {
    boolean adjective = group.kind() == Mention.Kind.DEMONYM || group.kind() == Mention.Kind.OUTLET;
    boolean possessor =
        sentence.is(group.to(), Part.POSSESSIVE) && Analysis.clitic(sentence.at(group.to()));
    boolean compound = group.to() == noun.from() && group.kind() == Mention.Kind.NAME;
    boolean complement =
        group.from() > noun.from()
            && (sentence.is(group.from() - 1, Part.OF)
                || sentence.is(group.from() - 1, Part.ARTICLE)
                    && sentence.is(group.from() - 2, Part.OF));
    return adjective || possessor || compound || complement;
  }

  /** Index behind the adjectives between a noun and a preposition: coopération militaire avec. */
  private static int adjectives(Analysis analysis, int from) {
    Sentence sentence = analysis.sentence();
    int to = from;
    while (to < sentence.size() && to - from < ADJECTIVES - 1 && adjective(sentence.at(to))) {
      to++;
    }
    return to < sentence.size() && sentence.word(to).preposition() ? to : from;
  }

  private static boolean adjective(Token token) {
    return token.kind() == Token.Kind.WORD
        && token.casing() == Token.Casing.LOWER
        && !token.word().function()
        && !token.word().participle();
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
