package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.Trigger;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One reading of one report, sentence by sentence. */
final class Reading {

  private static final Set<SignalType> COUNTED =
      EnumSet.of(
          SignalType.EXPULSION,
          SignalType.TROOP_EXPULSION,
          SignalType.RECALL,
          SignalType.DETENTION,
          SignalType.MEDIA_BAN,
          SignalType.SUMMONS);

  /** So many words behind a measure may still name its domain. */
  private static final int DOMAIN_REACH = 8;

  private static final int MOST_NUMBER_WORDS = 5;

  private final RulePack pack;
  private final TriggerFinder finder;
  private final Report report;
  private final List<Analysis> sentences = new ArrayList<>();
  private final Discourse discourse = new Discourse();
  private final Times times;
  private final Deadlines deadlines;
  private final Numbers numbers;
  private final List<Coding> codings = new ArrayList<>();

  Reading(
      RulePack pack,
      TriggerFinder finder,
      Report report,
      List<Sentence> title,
      List<Sentence> text) {
    this.pack = pack;
    this.finder = finder;
    this.report = report;
    this.numbers = new Numbers(pack.numbers());
    LocalDate today = report.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
    this.times = new Times(pack, today);
    this.deadlines = new Deadlines(pack, today);
    title.forEach(s -> sentences.add(new Analysis(Evidence.Field.title, s, pack)));
    text.forEach(s -> sentences.add(new Analysis(Evidence.Field.text, s, pack)));
  }

  List<Coding> codings() {
    for (int i = 0; i < sentences.size(); i++) {
      discourse.count(sentences.get(i), i);
    }
    for (Analysis analysis : sentences) {
      List<Hit> hits = finder.find(analysis);
      if (!hits.isEmpty()) {
        StatusReader statuses = new StatusReader(pack, times, analysis.sentence(), hits);
        hits.forEach(hit -> code(analysis, hit, statuses.read(hit)));
      }
      same(analysis);
      discourse.read(analysis);
    }
    return new Reconciliation(discourse).of(codings);
  }

  private void code(Analysis analysis, Hit hit, StatusReader.Reading status) {
    Trigger trigger = hit.trigger();
    if (status.status().filter(s -> counts(trigger, s, analysis)).isEmpty()) {
      return;
    }
    boolean mutual = trigger.mutual() || Coder.holds(analysis.sentence(), pack.cues().mutual());
    Dyad dyad = new DyadReader(analysis, hit, discourse, mutual).read();
    if (!stated(trigger, dyad)) {
      return;
    }
    for (String actor : dyad.actors()) {
      for (String target : dyad.targetsOf(actor)) {
        codings.add(coding(analysis, hit, status, dyad, actor, target));
        if (dyad.mutual() || mutual && dyad.pair()) {
          codings.add(coding(analysis, hit, status, dyad, target, actor));
        }
      }
    }
    discourse.coded(dyad.actorCodes(), dyad.targetCodes());
  }

  private boolean counts(Trigger trigger, Status status, Analysis analysis) {
    boolean inContext =
        trigger.context().map(words -> Coder.holds(analysis.sentence(), words)).orElse(true);
    boolean echoes =
        trigger.echo().map(type -> codings.stream().anyMatch(c -> c.type() == type)).orElse(true);
    boolean statusFits = trigger.only().isEmpty() || trigger.only().contains(status);
    return inContext && echoes && statusFits;
  }

  /** One of the two must stand in the sentence, and both that the rule demands. */
  private static boolean stated(Trigger trigger, Dyad dyad) {
    boolean actor = dyad.actorReading().compareTo(Coding.Reading.DISCOURSE) < 0;
    boolean target = dyad.targetReading().compareTo(Coding.Reading.DISCOURSE) < 0;
    return (actor || target)
        && (!trigger.explicit().contains(Trigger.Role.ACTOR) || actor)
        && (!trigger.explicit().contains(Trigger.Role.TARGET) || target);
  }

  private Coding coding(
      Analysis analysis,
      Hit hit,
      StatusReader.Reading status,
      Dyad dyad,
      String actor,
      String target) {
    Optional<Numbers.Found> count = count(analysis, hit);
    Spans spans = spans(analysis);
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(spans.of(hit.from(), hit.to(), Evidence.Role.TRIGGER));
    evidence.add(spans.of(0, analysis.sentence().size(), Evidence.Role.SENTENCE));
    dyad.actor().ifPresent(g -> evidence.add(spans.of(g.from(), g.to(), Evidence.Role.ACTOR)));
    dyad.target().ifPresent(g -> evidence.add(spans.of(g.from(), g.to(), Evidence.Role.TARGET)));
    if (status.to() > status.from()) {
      evidence.add(spans.of(status.from(), status.to(), Evidence.Role.STATUS));
    }
    count.ifPresent(c -> evidence.add(spans.of(c.from(), c.to(), Evidence.Role.COUNT)));
    return new Coding(
        hit.trigger().type(),
        Optional.of(actor).filter(a -> !a.isEmpty()),
        Optional.of(target).filter(t -> !t.isEmpty()),
        status.status().orElse(Status.ACTUAL),
        count.map(Numbers.Found::value),
        domain(analysis, hit),
        Optional.empty(),
        deadlines.of(analysis.sentence(), hit),
        hit.trigger().id(),
        new Coding.Grounds(dyad.actorReading(), dyad.targetReading(), 1),
        evidence);
  }

  private Spans spans(Analysis analysis) {
    return new Spans(
        analysis,
        switch (analysis.field()) {
          case title -> report.title();
          case text -> report.text();
        });
  }

  /** "Norway followed suit": another state does what the last one did. */
  private void same(Analysis analysis) {
    if (codings.isEmpty()) {
      return;
    }
    Coding last = codings.get(codings.size() - 1);
    for (int i = 0; i < analysis.sentence().size(); i++) {
      Optional<PhraseIndex.Match<String>> phrase = pack.cues().same().at(analysis.sentence(), i);
      Optional<Group> actor =
          phrase.flatMap(p -> Subjects.before(analysis, p.from()).stream().findFirst());
      if (actor.isPresent()) {
        Group group = actor.get();
        Spans spans = spans(analysis);
        List<Evidence> evidence =
            List.of(
                spans.of(phrase.get().from(), phrase.get().to(), Evidence.Role.TRIGGER),
                spans.of(group.from(), group.to(), Evidence.Role.ACTOR));
        group.codes().stream()
            .filter(code -> !last.actor().equals(Optional.of(code)))
            .filter(code -> !last.target().equals(Optional.of(code)))
            .forEach(code -> codings.add(last.by(code, evidence)));
      }
    }
  }

  private Optional<Numbers.Found> count(Analysis analysis, Hit hit) {
    if (!COUNTED.contains(hit.trigger().type())) {
      return Optional.empty();
    }
    int from = hit.argument().map(Argument::from).orElseGet(() -> analysis.phraseStart(hit.from()));
    int to = hit.argument().map(Argument::head).orElse(hit.from());
    Optional<Numbers.Found> inside = numbers.persons(analysis.sentence(), from, to);
    return inside.isPresent() ? inside : partitive(analysis.sentence(), from);
  }

  /** "Five of its diplomats", "une douzaine de diplomates". */
  private Optional<Numbers.Found> partitive(Sentence sentence, int from) {
    int of = sentence.is(from, Part.OF) ? from : from - 1;
    for (int i = Math.max(0, of - MOST_NUMBER_WORDS); sentence.is(of, Part.OF) && i < of; i++) {
      Optional<Numbers.Found> number = numbers.persons(sentence, i, of);
      if (number.filter(n -> n.to() == of).isPresent()) {
        return number;
      }
    }
    return Optional.empty();
  }

  private Optional<Domain> domain(Analysis analysis, Hit hit) {
    if (hit.trigger().type() != SignalType.COOPERATION_SUSPENSION) {
      return Optional.empty();
    }
    if (hit.trigger().domain().isPresent()) {
      return hit.trigger().domain();
    }
    int from = hit.argument().map(a -> Math.min(a.from(), hit.from())).orElse(hit.from());
    int to = Math.min(analysis.sentence().size(), hit.end() + DOMAIN_REACH);
    for (int i = from; i < to; i++) {
      Optional<PhraseIndex.Match<Domain>> named = pack.domains().at(analysis.sentence(), i);
      if (named.isPresent()) {
        return named.map(PhraseIndex.Match::value);
      }
    }
    return Optional.of(Domain.OTHER);
  }
}
