package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.lexicon.Nouns;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import io.riftwatch.classify.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sentence with the states and nouns in it, and how they hang together. */
final class Analysis {

  /** Nouns that act for their state: government, foreign ministry, junta. */
  private static final String AUTHORITIES = "authorities";

  private static final int MODIFIERS = 7;

  private final Evidence.Field field;
  private final Sentence sentence;
  private final List<Group> groups;
  private final Group[] groupOver;
  private final Map<Integer, List<Nouns.Found>> nounsFrom = new HashMap<>();
  private final BitSet authorities = new BitSet();
  private final BitSet authorityEnds = new BitSet();
  private final Numbers numbers;

  Analysis(Evidence.Field field, Sentence sentence, RulePack pack) {
    this.field = field;
    this.sentence = sentence;
    this.groups = groups(sentence, pack.states().in(sentence));
    this.groupOver = new Group[sentence.size()];
    groups.forEach(g -> Arrays.fill(groupOver, g.from(), g.to(), g));
    for (Nouns.Found noun : pack.nouns().in(sentence)) {
      nounsFrom.computeIfAbsent(noun.from(), k -> new ArrayList<>()).add(noun);
      if (noun.noun().equals(AUTHORITIES)) {
        authorities.set(noun.from(), noun.to());
        authorityEnds.set(noun.to());
      }
    }
    this.numbers = new Numbers(pack.numbers());
  }

  /** The number that stands for a list right in front of a verb: "all three were leaving". */
  Optional<Integer> countedBefore(int verb) {
    int start = Arguments.groupStart(sentence, verb);
    for (int i = start - 1; i >= Math.max(0, start - 3); i--) {
      Optional<Numbers.Found> number = numbers.at(sentence, i, start);
      if (number.isPresent()) {
        boolean nounFits = number.get().to() == start || authority(number.get().to());
        return number.map(Numbers.Found::value).filter(n -> nounFits);
      }
    }
    return Optional.empty();
  }

  Evidence.Field field() {
    return field;
  }

  Sentence sentence() {
    return sentence;
  }

  List<Group> groups() {
    return groups;
  }

  /** Mentions joined by commas and a coordinator are one group. */
  private static List<Group> groups(Sentence sentence, List<Mention> mentions) {
    List<Group> groups = new ArrayList<>();
    int i = 0;
    while (i < mentions.size()) {
      int end = i + 1;
      boolean coordinated = false;
      int lastCoordinated = i + 1;
      while (end < mentions.size()) {
        Link link =
            link(
                sentence,
                mentions.get(i).from(),
                mentions.get(end - 1).to(),
                mentions.get(end).from());
        if (link == Link.NONE) {
          break;
        }
        end++;
        if (link == Link.COORDINATOR) {
          coordinated = true;
          lastCoordinated = end;
        }
      }
      int to = coordinated ? lastCoordinated : i + 1;
      if (to - i > 1 && newClause(sentence, mentions.subList(i, to))) {
        to--;
      }
      groups.add(new Group(mentions.subList(i, to)));
      i = to;
    }
    return groups;
  }

  /**
   * "Aid to Uganda, and the Netherlands has frozen": the last member begins a clause of its own.
   */
  private static boolean newClause(Sentence sentence, List<Mention> list) {
    Mention first = list.get(0);
    Mention last = list.get(list.size() - 1);
    int comma = list.get(list.size() - 2).to();
    boolean governed =
        first.from() > 0
            && (sentence.word(first.from() - 1).preposition()
                || first.from() > 1
                    && sentence.is(first.from() - 1, Part.ARTICLE)
                    && sentence.word(first.from() - 2).preposition());
    int next = last.to();
    boolean finite =
        sentence.is(next, Part.PERFECT)
            || sentence.is(next, Part.PASSIVE)
            || sentence.is(next, Part.MODAL)
            || sentence.is(next, Part.REPORTING);
    return governed && finite && sentence.mark(comma, ',');
  }

  private enum Link {
    NONE,
    COMMA,
    COORDINATOR
  }

  private static Link link(Sentence sentence, int first, int from, int to) {
    if (to - from > 3 || to == from) {
      return Link.NONE;
    }
    Link link = Link.NONE;
    for (int i = from; i < to; i++) {
      Token token = sentence.at(i);
      if (token.is(Part.COORDINATOR) || token.mark('/')) {
        link = Link.COORDINATOR;
      } else if (token.mark(',')) {
        link = link == Link.NONE ? Link.COMMA : link;
      } else if (!token.is(Part.ARTICLE) && (link == Link.NONE || !repeated(sentence, first, i))) {
        return Link.NONE;
      }
    }
    return link;
  }

  /** "Ambassadeurs d'Allemagne, de France et du Canada": each member has the preposition. */
  private static boolean repeated(Sentence sentence, int first, int preposition) {
    Word word = sentence.word(preposition);
    return first > 0 && sentence.word(first - 1).samePreposition(word)
        || first > 1
            && sentence.is(first - 1, Part.ARTICLE)
            && sentence.word(first - 2).samePreposition(word);
  }

  /** The group with a mention over the index. */
  Optional<Group> groupAt(int index) {
    return index < 0 || index >= groupOver.length
        ? Optional.empty()
        : Optional.ofNullable(groupOver[index]);
  }

  /** A noun of one of the classes that begins at the index. */
  Optional<Nouns.Found> nounAt(int index, List<String> classes) {
    for (Nouns.Found noun : nounsFrom(index)) {
      if (classes.contains(noun.noun())) {
        return Optional.of(noun);
      }
    }
    return Optional.empty();
  }

  /** The nouns of any class that begin at the index. */
  List<Nouns.Found> nounsFrom(int index) {
    return nounsFrom.getOrDefault(index, List.of());
  }

  /** Whether a noun that acts for its state covers the index. */
  boolean authority(int index) {
    return authorities.get(index);
  }

  /** Whether a noun that acts for its state ends in front of the index. */
  boolean authorityEndsAt(int index) {
    return authorityEnds.get(index);
  }

  /** Where the noun phrase begins whose head begins at the index. */
  int phraseStart(int head) {
    int start = head;
    while (start > 0 && head - start < MODIFIERS + 3) {
      Optional<Group> group = groupAt(start - 1);
      if (group.isPresent()) {
        start = group.get().from();
        continue;
      }
      Token token = sentence.at(start - 1);
      boolean mark = token.mark('"') || token.mark('\'') || sentence.hyphen(start - 1);
      if (!mark && (!token.spoken() || token.word().barrier())) {
        break;
      }
      start--;
      if (token.is(Part.ARTICLE) || token.is(Part.POSSESSIVE) && !clitic(token)) {
        break;
      }
    }
    return start;
  }

  /** Whether a number begins at the index. */
  boolean number(int index) {
    return index < sentence.size() && numbers.at(sentence, index, sentence.size()).isPresent();
  }

  /**
   * Whether the demonym is an adjective behind its noun, as in French: diplomates maliens. Where
   * adjectives stand in front, either the noun follows or the demonym has a capital.
   */
  boolean behindNoun(Group group) {
    int before = group.from() - 1;
    if (group.kind() != Mention.Kind.DEMONYM
        || before < 0
        || sentence.at(group.from()).casing() != Token.Casing.LOWER) {
      return false;
    }
    Token noun = sentence.at(before);
    return noun.kind() == Token.Kind.WORD
        && !noun.word().function()
        && numbers.at(sentence, before, group.from()).isEmpty();
  }

  static boolean clitic(Token token) {
    return token.word().form().startsWith("'");
  }

  /** The preposition that governs the noun phrase with the group, if one does. */
  Optional<Integer> preposition(Group group) {
    int i = group.from() - 1;
    int skipped = 0;
    while (i >= 0 && skipped <= 3) {
      Token token = sentence.at(i);
      if (token.word().preposition() && token.spoken()) {
        return Optional.of(i);
      }
      boolean modifier =
          token.is(Part.ARTICLE)
              || token.is(Part.POSSESSIVE)
              || token.spoken() && !token.word().function() && skipped < 2 && !verbLike(token);
      if (!modifier) {
        return Optional.empty();
      }
      skipped++;
      i--;
    }
    return Optional.empty();
  }

  private static boolean verbLike(Token token) {
    return token.casing() != Token.Casing.LOWER || token.word().participle();
  }
}
