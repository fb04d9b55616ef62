package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.lexicon.Phrase;
import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.rulepack.Cues;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads how real the measures of a sentence are: from modality, negation, reversal and time around
 * their triggers.
 */
final class StatusReader {

  /** The labelling rule: what lies farther back is background. */
  private static final int NEWS_DAYS = 31;

  private static final int REACH = 24;
  private static final int NEGATION_REACH = 4;

  /**
   * What was read.
   *
   * @param status the status; empty when the sentence does not state the measure at all
   * @param from index of the first token that says so
   * @param to index behind the last one; equal to from where no word says it
   */
  record Reading(Optional<Status> status, int from, int to) {

    static Reading plain(Status status) {
      return new Reading(Optional.of(status), 0, 0);
    }
  }

  private record Cue(Cues.StatusCue cue, int from, int to) {

    /** "Does not rule out" is no "rule out". */
    boolean holds(Cue inner) {
      return from <= inner.from && inner.to <= to && to - from > inner.to - inner.from;
    }
  }

  private final Sentence sentence;
  private final List<Hit> hits;
  private final List<Cue> all;
  private final Background background;

  /**
   * @param hits all measures of the sentence
   */
  StatusReader(RulePack pack, Times times, Sentence sentence, List<Hit> hits) {
    this.sentence = sentence;
    this.hits = hits;
    this.all = cues(sentence, pack.cues().status());
    this.background = new Background(sentence, hits, times.in(sentence));
  }

  /** The status of one of the hits. */
  Reading read(Hit hit) {
    List<Cue> cues = all.stream().filter(c -> reaches(sentence, c, hit, hits)).toList();
    for (Cues.Effect effect :
        List.of(
            Cues.Effect.DENIED, Cues.Effect.VOID, Cues.Effect.REVERSED, Cues.Effect.THREATENED)) {
      Optional<Cue> cue = cues.stream().filter(c -> c.cue().effect() == effect).findFirst();
      if (cue.isPresent()) {
        return marked(hit, cue.get());
      }
      if (effect == Cues.Effect.DENIED && negated(sentence, hit, cues) != hit.trigger().negated()) {
        return new Reading(Optional.empty(), 0, 0);
      }
    }
    if (hit.trigger().status().isPresent()) {
      return Reading.plain(hit.trigger().status().get());
    }
    Optional<Cue> past =
        cues.stream().filter(c -> c.cue().effect() == Cues.Effect.HISTORICAL).findFirst();
    if (past.isPresent()) {
      return marked(hit, past.get());
    }
    return background
        .time(hit)
        .filter(t -> t.daysAgo() > NEWS_DAYS)
        .map(t -> new Reading(Optional.of(Status.HISTORICAL), t.from(), t.to()))
        .orElse(Reading.plain(Status.ACTUAL));
  }

  /**
   * A measure taken back that is only threatened or denied was not taken back: nothing is coded.
   */
  private static Reading marked(Hit hit, Cue cue) {
    boolean ownStatus = hit.trigger().status().isPresent();
    Optional<Status> status =
        ownStatus ? Optional.empty() : Optional.ofNullable(cue.cue().effect().status());
    return new Reading(status, cue.from(), cue.to());
  }

  private static List<Cue> cues(Sentence sentence, PhraseIndex<Cues.StatusCue> phrases) {
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      if (!sentence.at(i).spoken() || name(sentence, i)) {
        continue;
      }
      for (var candidate : phrases.candidates(sentence.word(i))) {
        int end = candidate.phrase().match(sentence, i, Phrase.Classes.NONE);
        if (end > i) {
          cues.add(new Cue(candidate.value(), i, end));
        }
      }
    }
    return cues.stream()
        .filter(inner -> cues.stream().noneMatch(outer -> outer.holds(inner)))
        .toList();
  }

  /** "Theresa May" is no modal. */
  private static boolean name(Sentence sentence, int i) {
    return i > 0
        && sentence.is(i, Part.MODAL)
        && sentence.at(i).casing() == Token.Casing.CAPITAL
        && sentence.at(i - 1).spoken();
  }

  private static boolean reaches(Sentence sentence, Cue cue, Hit hit, List<Hit> hits) {
    if (hit.relative(sentence) && cue.from() < hit.argument().orElseThrow().to()) {
      return false;
    }
    boolean past = cue.cue().effect() == Cues.Effect.HISTORICAL;
    if (!past && attributive(hit) && cue.to() <= hit.argument().orElseThrow().head()) {
      return false;
    }
    if (cue.from() < hit.to() && hit.from() < cue.to()) {
      return cue.from() < hit.from();
    }
    return switch (cue.cue().scope()) {
      case SENTENCE -> true;
      case BEFORE ->
          cue.to() <= hit.from()
              && hit.from() - cue.to() <= REACH
              && sameClause(sentence, cue.to(), hit.from())
              && !(narrow(cue.cue().effect()) && parted(sentence, cue, hit))
              && !finiteAgain(sentence, cue, hit, hits);
      case AFTER ->
          cue.from() >= hit.to()
              && cue.from() - hit.end() <= REACH
              && sameClause(sentence, hit.to(), cue.from());
    };
  }

  /** What is told as past or taken back is so alone, not with what the sentence adds to it. */
  private static boolean narrow(Cues.Effect effect) {
    return effect == Cues.Effect.HISTORICAL || effect == Cues.Effect.REVERSED;
  }

  /** "A month after the arrest, Bamako expelled": the expulsion is news. */
  private static boolean parted(Sentence sentence, Cue cue, Hit hit) {
    for (int i = cue.to(); i < hit.from(); i++) {
      if (sentence.mark(i, ',') || sentence.is(i, Part.COORDINATOR)) {
        return true;
      }
    }
    return false;
  }

  /** "Demands the release of an employee arrested in August": what is demanded is no arrest. */
  private static boolean attributive(Hit hit) {
    return hit.voice() == Hit.Voice.PASSIVE
        && !hit.finite()
        && hit.argument().filter(a -> a.head() < hit.from()).isPresent();
  }

  private static boolean sameClause(Sentence sentence, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.is(i, Part.RELATIVE) && !sentence.is(i, Part.ARTICLE)) {
        return false;
      }
    }
    return Background.open(sentence, from, to);
  }

  /** "Threatened to recall its envoy and expelled two": the second verb is no infinitive. */
  private static boolean finiteAgain(Sentence sentence, Cue cue, Hit hit, List<Hit> hits) {
    boolean another = hits.stream().anyMatch(h -> h.from() >= cue.to() && h.end() <= hit.from());
    return another && hit.voice() == Hit.Voice.ACTIVE && sentence.word(hit.from()).participle();
  }

  private static boolean negated(Sentence sentence, Hit hit, List<Cue> cues) {
    int verb = Arguments.groupStart(sentence, hit.from());
    boolean relative = hit.relative(sentence) || sentence.is(verb - 1, Part.RELATIVE);
    int start =
        hit.voice() == Hit.Voice.PASSIVE
            ? hit.argument().map(Argument::from).orElse(hit.from())
            : hit.from();
    int first = relative ? verb : Math.max(0, start - NEGATION_REACH);
    for (int i = Math.max(start, hit.from()) - 1; i >= first; i--) {
      Token token = sentence.at(i);
      int at = i;
      if (aside(hit, i, verb)) {
        continue;
      }
      boolean ofCue = cues.stream().anyMatch(c -> c.from() <= at && at < c.to());
      if (token.is(Part.NEGATOR) && !ofCue) {
        return true;
      }
      if (i < start && closesNegation(token)) {
        return false;
      }
    }
    return false;
  }

  /** "The cooperation, which never worked, is suspended": what parts subject and verb. */
  private static boolean aside(Hit hit, int i, int verb) {
    return hit.voice() == Hit.Voice.PASSIVE
        && i < verb
        && hit.argument().filter(a -> a.to() <= i).isPresent();
  }

  private static boolean closesNegation(Token token) {
    return !token.spoken() || token.is(Part.SUBORDINATOR) || token.is(Part.COORDINATOR);
  }
}
