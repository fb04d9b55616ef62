package io.riftwatch.classify.coding;

import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.Trigger;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the triggers of a sentence, with what each is said of. */
final class TriggerFinder {

  private final RulePack pack;
  private final Arguments arguments;

  TriggerFinder(RulePack pack) {
    this.pack = pack;
    this.arguments = new Arguments(pack);
  }

  /** Whether a word of the sentence begins a trigger. */
  boolean promising(Sentence sentence) {
    for (Token token : sentence.tokens()) {
      if (token.spoken() && !pack.triggers().candidates(token.word()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The triggers of a sentence, in order; of several of one type over the same words the longest.
   */
  List<Hit> find(Analysis analysis) {
    List<Hit> hits = new ArrayList<>();
    Sentence sentence = analysis.sentence();
    for (int i = 0; i < sentence.size(); i++) {
      if (!sentence.at(i).spoken()) {
        continue;
      }
      for (var candidate : pack.triggers().candidates(sentence.word(i))) {
        int end = candidate.phrase().match(sentence, i, (noun, at) -> endOf(analysis, noun, at));
        if (end > i && !endsInPlace(analysis, i, end)) {
          hit(analysis, candidate.value(), i, end).ifPresent(hits::add);
        }
      }
    }
    List<Hit> kept = new ArrayList<>(hits.size());
    for (int i = 0; i < hits.size(); i++) {
      if (!covered(hits, i)) {
        kept.add(hits.get(i));
      }
    }
    return kept;
  }

  /** "Called home its ambassador in Khartoum": this "in" is no part of "call .. in". */
  private static boolean endsInPlace(Analysis analysis, int from, int to) {
    return to - from > 2
        && analysis.sentence().is(to - 1, Part.IN)
        && Arguments.groupNear(analysis, to)
            .filter(g -> g.kind() != Mention.Kind.DEMONYM)
            .isPresent();
  }

  private static int endOf(Analysis analysis, String noun, int at) {
    return analysis.nounAt(at, List.of(noun)).map(n -> n.to()).orElse(-1);
  }

  private static boolean covered(List<Hit> hits, int inner) {
    for (int outer = 0; outer < hits.size(); outer++) {
      if (outer != inner && covers(hits.get(outer), hits.get(inner), outer < inner)) {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(Hit outer, Hit inner, boolean first) {
    if (outer.trigger().type() != inner.trigger().type()) {
      return outer.from() <= inner.from()
          && inner.to() <= outer.to()
          && outer.length() > inner.length()
          && head(outer) == head(inner);
    }
    boolean overlap = outer.from() < inner.to() && inner.from() < outer.to();
    boolean sameArgument =
        outer.argument().isPresent()
            && inner.argument().isPresent()
            && outer.argument().get().head() == inner.argument().get().head()
            && outer.trigger().status().equals(inner.trigger().status());
    if (!overlap && !(sameArgument && outer.voice() == inner.voice())) {
      return false;
    }
    if (outer.trigger().echo().isPresent() != inner.trigger().echo().isPresent()) {
      return inner.trigger().echo().isPresent();
    }
    int difference =
        outer.length() != inner.length()
            ? outer.length() - inner.length()
            : weight(outer) - weight(inner);
    return difference > 0 || difference == 0 && first;
  }

  /** "The mission, mothballed for years, is being closed": the finite verb says more. */
  private static int weight(Hit hit) {
    return (hit.argument().isPresent() ? 2 : 0) + (hit.finite() ? 1 : 0);
  }

  private static int head(Hit hit) {
    return hit.argument().map(Argument::head).orElse(-1);
  }

  private Optional<Hit> hit(Analysis analysis, Trigger.Wording wording, int from, int to) {
    return switch (wording.form()) {
      case NOUN -> noun(analysis, wording.trigger(), from, to);
      case VERB -> verb(analysis, wording.trigger(), from, to);
    };
  }

  private Optional<Hit> noun(Analysis analysis, Trigger trigger, int from, int to) {
    if (trigger.object().isEmpty()) {
      return Optional.of(new Hit(trigger, Hit.Voice.NOMINAL, false, from, to, Optional.empty()));
    }
    Optional<Argument> argument =
        arguments
            .after(analysis, from + 1, trigger.object())
            .or(() -> arguments.behindPlace(analysis, to, trigger.object()))
            .or(
                () ->
                    arguments.before(analysis, from, trigger.object()).filter(a -> a.to() == from));
    return argument.map(a -> new Hit(trigger, Hit.Voice.NOMINAL, false, from, to, Optional.of(a)));
  }

  private Optional<Hit> verb(Analysis analysis, Trigger trigger, int from, int to) {
    Sentence sentence = analysis.sentence();
    boolean passive = passive(sentence, from);
    if (!trigger.subject().isEmpty()) {
      if (passive) {
        return Optional.empty();
      }
      return arguments
          .before(analysis, from, trigger.subject())
          .map(a -> new Hit(trigger, Hit.Voice.ACTIVE, true, from, to, Optional.of(a)));
    }
    if (trigger.object().isEmpty()) {
      Hit.Voice voice = passive ? Hit.Voice.PASSIVE : Hit.Voice.ACTIVE;
      return Optional.of(new Hit(trigger, voice, true, from, to, Optional.empty()));
    }
    boolean participle = sentence.word(from).participle();
    Hit.Voice voice =
        participle && !perfect(sentence, from) && doerWithin(sentence, from, to)
            ? Hit.Voice.PASSIVE
            : Hit.Voice.ACTIVE;
    Optional<Hit> active =
        participle && to == from + 1 && sentence.is(to, Part.BY)
            ? Optional.empty()
            : arguments
                .after(analysis, from + 1, trigger.object())
                .or(() -> arguments.after(analysis, to, trigger.object()))
                .filter(a -> to > from + 1 || !addressed(sentence, to, a))
                .map(a -> new Hit(trigger, voice, true, from, to, Optional.of(a)));
    if (active.isPresent() && !passive) {
      return active;
    }
    if (!participle || reflexive(sentence, from) || !passive && governs(analysis, to)) {
      return active;
    }
    Optional<Argument> subject =
        passive
            ? arguments.before(analysis, from, trigger.object())
            : arguments
                .beside(analysis, from, trigger.object())
                .or(() -> arguments.antecedent(analysis, from, trigger.object()))
                .or(() -> arguments.fronting(analysis, from, to, trigger.object()));
    return subject
        .map(a -> new Hit(trigger, Hit.Voice.PASSIVE, passive, from, to, Optional.of(a)))
        .or(() -> active);
  }

  /** "A rappelé à l'ambassadeur": who is spoken to is not what the verb is said of. */
  private static boolean addressed(Sentence sentence, int preposition, Argument argument) {
    return sentence.is(preposition, Part.TO) && argument.from() == preposition + 1;
  }

  /** Whether an object follows at once, so that a bare participle form is the active past. */
  private static boolean governs(Analysis analysis, int to) {
    Sentence sentence = analysis.sentence();
    return sentence.is(to, Part.ARTICLE)
        || sentence.is(to, Part.POSSESSIVE)
        || analysis.groupAt(to).isPresent();
  }

  /** Whether a passive auxiliary leads up to the verb, and no reflexive one: s'est retiré. */
  private static boolean passive(Sentence sentence, int verb) {
    if (!sentence.word(verb).participle()) {
      return false;
    }
    return leads(sentence, verb, Part.PASSIVE) && !reflexive(sentence, verb);
  }

  private static boolean reflexive(Sentence sentence, int verb) {
    return leads(sentence, verb, Part.REFLEXIVE);
  }

  private static boolean perfect(Sentence sentence, int verb) {
    return leads(sentence, verb, Part.PERFECT);
  }

  private static boolean leads(Sentence sentence, int verb, Part part) {
    for (int i = Arguments.groupStart(sentence, verb); i < verb; i++) {
      if (sentence.is(i, part)) {
        return true;
      }
    }
    return false;
  }

  /** "Told by Bamako to withdraw": the words of the trigger span its doer. */
  private static boolean doerWithin(Sentence sentence, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (sentence.is(i, Part.BY)) {
        return true;
      }
    }
    return false;
  }
}
