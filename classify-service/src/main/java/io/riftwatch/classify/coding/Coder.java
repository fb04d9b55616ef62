package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.rulepack.Cues;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.Trigger;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Tokenizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Codes a report: triggers, then roles, then status, then one set of measures for the whole. */
public final class Coder {

  private final RulePack pack;
  private final Tokenizer tokenizer;
  private final TriggerFinder finder;

  public Coder(RulePack pack) {
    this.pack = pack;
    this.tokenizer = new Tokenizer(pack.morphology());
    this.finder = new TriggerFinder(pack);
  }

  /** The measures that the report states, in the order it states them. */
  public List<Coding> code(Report report) {
    List<Sentence> title = sentences(report.title());
    List<Sentence> text = sentences(report.text());
    boolean promising =
        title.stream().anyMatch(finder::promising) || text.stream().anyMatch(finder::promising);
    if (!promising || suppressed(title, text)) {
      return List.of();
    }
    return new Reading(report, title, text).codings();
  }

  private List<Sentence> sentences(String text) {
    return pack.sentences().of(text, tokenizer.tokens(text)).stream()
        .filter(s -> !holds(s, pack.cues().boilerplate()))
        .toList();
  }

  static boolean holds(Sentence sentence, PhraseIndex<String> phrases) {
    return !found(sentence, phrases).isEmpty();
  }

  private static Set<String> found(Sentence sentence, PhraseIndex<String> phrases) {
    Set<String> found = new HashSet<>();
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i).spoken()) {
        for (var candidate : phrases.candidates(sentence.word(i))) {
          if (candidate.phrase().match(sentence, i, (noun, at) -> -1) > i) {
            found.add(candidate.value());
          }
        }
      }
    }
    return found;
  }

  private boolean suppressed(List<Sentence> title, List<Sentence> text) {
    for (Cues.Suppression suppression : pack.cues().suppress().values()) {
      Set<String> found = new HashSet<>();
      title.forEach(s -> found.addAll(found(s, suppression.words())));
      text.forEach(s -> found.addAll(found(s, suppression.words())));
      if (found.size() >= suppression.limit()) {
        return true;
      }
    }
    return false;
  }

  /** One reading of one report. */
  private final class Reading {

    private final Report report;
    private final List<Analysis> sentences = new ArrayList<>();
    private final Discourse discourse = new Discourse();
    private final StatusReader statuses;
    private final Numbers numbers = new Numbers(pack.numbers());
    private final List<Coding> codings = new ArrayList<>();

    Reading(Report report, List<Sentence> title, List<Sentence> text) {
      this.report = report;
      this.statuses =
          new StatusReader(
              pack, new Times(pack, report.publishedAt().atZone(ZoneOffset.UTC).toLocalDate()));
      title.forEach(s -> sentences.add(new Analysis(Evidence.Field.title, s, pack)));
      text.forEach(s -> sentences.add(new Analysis(Evidence.Field.text, s, pack)));
    }

    List<Coding> codings() {
      for (int i = 0; i < sentences.size(); i++) {
        discourse.count(sentences.get(i), i);
      }
      for (Analysis analysis : sentences) {
        List<Hit> hits = finder.find(analysis);
        hits.forEach(hit -> code(analysis, hit, hits));
        discourse.read(analysis);
      }
      return new Reconciliation(discourse).of(codings);
    }

    private void code(Analysis analysis, Hit hit, List<Hit> hits) {
      StatusReader.Reading status = statuses.read(analysis, hit, hits);
      boolean outOfContext =
          hit.trigger().context().isPresent()
              && !holds(analysis.sentence(), hit.trigger().context().get());
      boolean otherStatus =
          status.status().isPresent()
              && !hit.trigger().only().isEmpty()
              && !hit.trigger().only().contains(status.status().get());
      if (status.status().isEmpty() || outOfContext || otherStatus) {
        return;
      }
      boolean mutual = hit.trigger().mutual() || holds(analysis.sentence(), pack.cues().mutual());
      Dyad dyad = new DyadReader(analysis, hit, discourse, mutual).read();
      if (!stated(hit.trigger(), dyad)) {
        return;
      }
      for (String actor : dyad.actors()) {
        for (String target : dyad.targetsOf(actor)) {
          add(analysis, hit, status, dyad, actor, target);
          if (dyad.mutual() || mutual && dyad.pair()) {
            add(analysis, hit, status, dyad, target, actor);
          }
        }
      }
      discourse.coded(dyad.actorCodes(), dyad.targetCodes());
    }

    private boolean stated(Trigger trigger, Dyad dyad) {
      boolean actor = dyad.actorReading().compareTo(Coding.Reading.DISCOURSE) < 0;
      boolean target = dyad.targetReading().compareTo(Coding.Reading.DISCOURSE) < 0;
      boolean echoes =
          trigger.echo().isEmpty()
              || codings.stream().anyMatch(c -> c.type() == trigger.echo().get());
      return echoes
          && (actor || target)
          && (!trigger.explicit().contains(Trigger.Role.ACTOR) || actor)
          && (!trigger.explicit().contains(Trigger.Role.TARGET) || target);
    }

    private void add(
        Analysis analysis,
        Hit hit,
        StatusReader.Reading status,
        Dyad dyad,
        String actor,
        String target) {
      Optional<Numbers.Found> count = count(analysis, hit);
      Spans spans =
          new Spans(
              analysis, analysis.field() == Evidence.Field.title ? report.title() : report.text());
      List<Evidence> evidence = new ArrayList<>();
      evidence.add(spans.of(hit.from(), hit.to(), Evidence.Role.TRIGGER));
      dyad.actor().ifPresent(g -> evidence.add(spans.of(g.from(), g.to(), Evidence.Role.ACTOR)));
      dyad.target().ifPresent(g -> evidence.add(spans.of(g.from(), g.to(), Evidence.Role.TARGET)));
      if (status.to() > status.from()) {
        evidence.add(spans.of(status.from(), status.to(), Evidence.Role.STATUS));
      }
      count.ifPresent(c -> evidence.add(spans.of(c.from(), c.to(), Evidence.Role.COUNT)));
      codings.add(
          new Coding(
              hit.trigger().type(),
              Optional.of(actor).filter(a -> !a.isEmpty()),
              Optional.of(target).filter(t -> !t.isEmpty()),
              status.status().orElse(Status.ACTUAL),
              count.map(Numbers.Found::value),
              domain(analysis, hit),
              Optional.empty(),
              Optional.empty(),
              hit.trigger().id(),
              new Coding.Grounds(dyad.actorReading(), dyad.targetReading(), 1),
              evidence));
    }

    private Optional<Numbers.Found> count(Analysis analysis, Hit hit) {
      if (!Counted.TYPES.contains(hit.trigger().type())) {
        return Optional.empty();
      }
      Sentence sentence = analysis.sentence();
      int from =
          hit.argument().map(Argument::from).orElseGet(() -> analysis.phraseStart(hit.from()));
      int to = hit.argument().map(Argument::head).orElse(hit.from());
      return numbers.persons(sentence, from, to);
    }

    private Optional<Domain> domain(Analysis analysis, Hit hit) {
      if (hit.trigger().type() != SignalType.COOPERATION_SUSPENSION) {
        return Optional.empty();
      }
      if (hit.trigger().domain().isPresent()) {
        return hit.trigger().domain();
      }
      int from = hit.argument().map(a -> Math.min(a.from(), hit.from())).orElse(hit.from());
      int to = Math.min(analysis.sentence().size(), hit.end() + 8);
      for (int i = from; i < to; i++) {
        if (!analysis.sentence().at(i).spoken()) {
          continue;
        }
        for (var candidate : pack.domains().candidates(analysis.sentence().word(i))) {
          if (candidate.phrase().match(analysis.sentence(), i, (noun, at) -> -1) > i) {
            return Optional.of(candidate.value());
          }
        }
      }
      return Optional.of(Domain.OTHER);
    }
  }
}
