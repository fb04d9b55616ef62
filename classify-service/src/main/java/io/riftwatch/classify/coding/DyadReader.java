package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.rulepack.RoleSource;
import io.riftwatch.classify.text.Part;
import java.util.List;
import java.util.Optional;

/** Decides actor and target of a hit: by its grammar, else its sentence, else the report so far. */
final class DyadReader {

  private record Found(List<String> codes, Optional<Group> group, Coding.Reading reading) {
    static final Found NONE = new Found(List.of(), Optional.empty(), Coding.Reading.NONE);

    static Found of(Group group, Coding.Reading reading) {
      return new Found(group.codes(), Optional.of(group), reading);
    }

    boolean unknown() {
      return codes.isEmpty();
    }
  }

  /** The class of what states are members of; one without a code of its own is no state. */
  private static final String ORGANISATIONS = "organisations";

  private final Analysis analysis;
  private final Hit hit;
  private final Discourse discourse;
  private final Roles roles;
  private final boolean mutual;

  /**
   * @param mutual whether the sentence says that both do the same
   */
  DyadReader(Analysis analysis, Hit hit, Discourse discourse, boolean mutual) {
    this.analysis = analysis;
    this.hit = hit;
    this.discourse = discourse;
    this.roles = new Roles(analysis, hit);
    this.mutual = mutual;
  }

  Dyad read() {
    return between().or(this::both).orElseGet(this::oneSided);
  }

  private Dyad oneSided() {
    List<RoleSource> firm =
        hit.trigger().target().stream().filter(s -> s == RoleSource.OWNER).toList();
    Optional<Group> owner = roles.in(firm, Optional.empty());
    Found actor = grammar(hit.trigger().actor(), owner);
    Found target = grammar(hit.trigger().target(), actor.group());
    if (target.unknown() && ownerIsPronoun()) {
      target = antecedent(actor.codes());
    }
    if (actor.unknown() && hostActs(target)) {
      actor = target;
      target = Found.NONE;
    }
    Optional<Group> host = actor.unknown() ? ownersHost(target) : Optional.empty();
    if (host.isPresent()) {
      actor = target;
      target = Found.of(host.get(), Coding.Reading.GRAMMAR);
    }
    if (actor.unknown()) {
      actor = actorElsewhere(target);
    }
    if (target.unknown()) {
      target = targetElsewhere(actor);
    }
    return new Dyad(
        actor.codes(),
        target.codes(),
        actor.group(),
        target.group(),
        actor.reading(),
        target.reading(),
        false);
  }

  private Found grammar(List<RoleSource> sources, Optional<Group> taken) {
    return roles
        .in(sources, taken)
        .map(g -> Found.of(g, Coding.Reading.GRAMMAR))
        .orElse(Found.NONE);
  }

  private Optional<Dyad> between() {
    boolean allowed =
        hit.trigger().actor().contains(RoleSource.BETWEEN)
            || hit.trigger().target().contains(RoleSource.BETWEEN);
    Optional<Group> states =
        allowed ? roles.in(List.of(RoleSource.BETWEEN), Optional.empty()) : Optional.empty();
    return states
        .filter(g -> g.codes().size() == 2 && !oneActs(g))
        .map(g -> decider(g).map(code -> oneOf(g, code)).orElseGet(() -> mutual(g)));
  }

  /** "The cooperation between France and Mali is suspended, Paris said": Paris suspends it. */
  private Optional<String> decider(Group states) {
    if (hit.trigger().actor().contains(RoleSource.BETWEEN)) {
      return Optional.empty();
    }
    return Subjects.speaker(analysis, states.to())
        .map(Group::codes)
        .or(discourse::subject)
        .filter(codes -> codes.size() == 1 && states.codes().containsAll(codes))
        .map(codes -> codes.get(0));
  }

  private static Dyad oneOf(Group states, String actor) {
    return new Dyad(
        List.of(actor),
        states.codes().stream().filter(code -> !code.equals(actor)).toList(),
        Optional.empty(),
        Optional.of(states),
        Coding.Reading.SENTENCE,
        Coding.Reading.GRAMMAR,
        false);
  }

  /** "Paris ends the cooperation between France and Mali": one of the two takes the measure. */
  private boolean oneActs(Group states) {
    return roles
        .in(List.of(RoleSource.DOER), Optional.empty())
        .filter(g -> g.from() != states.from() && states.codes().containsAll(g.codes()))
        .isPresent();
  }

  /** "A and B restored relations", "A and B expelled each other's envoys". */
  private Optional<Dyad> both() {
    boolean symmetric = hit.trigger().target().contains(RoleSource.BETWEEN);
    if (!symmetric && !mutual) {
      return Optional.empty();
    }
    Optional<Group> actors =
        roles.in(List.of(RoleSource.DOER), Optional.empty()).filter(g -> g.codes().size() == 2);
    boolean targeted = roles.in(hit.trigger().target(), actors).isPresent();
    if (actors.isPresent() && !targeted) {
      return actors.map(this::mutual);
    }
    boolean nobody =
        mutual
            && roles.in(List.of(RoleSource.DOER), Optional.empty()).isEmpty()
            && roles.in(hit.trigger().target(), Optional.empty()).isEmpty();
    return nobody ? discourse.pair().map(this::ofPair) : Optional.empty();
  }

  private Dyad mutual(Group group) {
    return new Dyad(
        group.codes().subList(0, 1),
        group.codes().subList(1, 2),
        Optional.of(group),
        Optional.of(group),
        Coding.Reading.GRAMMAR,
        Coding.Reading.GRAMMAR,
        true);
  }

  private Dyad ofPair(List<String> pair) {
    return new Dyad(
        pair.subList(0, 1),
        pair.subList(1, 2),
        Optional.empty(),
        Optional.empty(),
        Coding.Reading.QUARREL,
        Coding.Reading.QUARREL,
        true);
  }

  private boolean ownerIsPronoun() {
    return hit.argument().map(Argument::possessive).orElse(false)
        && hit.trigger().target().indexOf(RoleSource.OWNER) == 0;
  }

  /** The state that "its" or "their" stands for: the nearest in front that is not the actor. */
  private Found antecedent(List<String> actor) {
    int at = hit.argument().orElseThrow().from();
    List<Group> others =
        analysis.groups().stream()
            .filter(g -> g.to() <= at && !actor.containsAll(g.codes()))
            .filter(g -> Subjects.isState(analysis, g))
            .toList();
    return others.stream()
        .filter(g -> analysis.preposition(g).isEmpty() || Subjects.acts(analysis, g))
        .reduce((a, b) -> b)
        .or(() -> others.stream().filter(g -> !placed(g)).reduce((a, b) -> b))
        .or(() -> others.stream().reduce((a, b) -> b))
        .or(() -> subjectBehind(actor))
        .map(g -> Found.of(g, Coding.Reading.SENTENCE))
        .orElseGet(() -> lastSubject(actor));
  }

  /** "The embassy of France in Mali: its agents" are France's. */
  private boolean placed(Group group) {
    return analysis
        .preposition(group)
        .filter(i -> analysis.sentence().is(i, Part.IN) && !analysis.sentence().is(i, Part.OF))
        .isPresent();
  }

  /** "In answer to the expulsion of its diplomats, France ...": the noun comes before its owner. */
  private Optional<Group> subjectBehind(List<String> actor) {
    return hit.voice() != Hit.Voice.NOMINAL
        ? Optional.empty()
        : analysis.groups().stream()
            .filter(g -> g.from() >= hit.end() && !actor.containsAll(g.codes()))
            .filter(g -> analysis.sentence().mark(hit.end(), ',') && Subjects.acts(analysis, g))
            .findFirst();
  }

  private Found lastSubject(List<String> actor) {
    return discourse
        .subject()
        .filter(codes -> !inTitle() && !actor.containsAll(codes))
        .map(codes -> new Found(codes, Optional.empty(), Coding.Reading.DISCOURSE))
        .orElse(Found.NONE);
  }

  /** "The consulate in St Petersburg must shut", after Russia acted: the host is who acts. */
  private boolean hostActs(Found target) {
    boolean place =
        target
            .group()
            .filter(g -> hit.argument().map(a -> a.owner().isEmpty()).orElse(false))
            .filter(g -> g.kind() == Mention.Kind.PLACE || g.kind() == Mention.Kind.CAPITAL)
            .isPresent();
    return place
        && hit.trigger().target().contains(RoleSource.HOST)
        && hit.trigger().target().contains(RoleSource.OWNER)
        && discourse.actedLast(target.codes());
  }

  /**
   * "The Australian embassy in Tehran is suspended", after Australia acted: the owner acts again.
   */
  private Optional<Group> ownersHost(Found target) {
    boolean eitherSide =
        hit.trigger().target().contains(RoleSource.HOST)
            && hit.trigger().target().contains(RoleSource.OWNER);
    return eitherSide && discourse.actedLast(target.codes())
        ? roles.in(List.of(RoleSource.HOST), target.group())
        : Optional.empty();
  }

  private Found actorElsewhere(Found target) {
    Optional<List<String>> listed =
        analysis
            .countedBefore(hit.from())
            .flatMap(this::list)
            .filter(l -> !target.codes().containsAll(l));
    if (listed.isPresent() && hit.voice() == Hit.Voice.ACTIVE) {
      return new Found(listed.get(), Optional.empty(), Coding.Reading.SENTENCE);
    }
    Optional<Group> near =
        pronounSubject(target)
            .or(
                () ->
                    Subjects.before(analysis, hit.from()).stream()
                        .filter(g -> other(g, target))
                        .findFirst())
            .or(() -> Subjects.scene(analysis).filter(g -> other(g, target)))
            .or(() -> Subjects.speaker(analysis, hit.to()).filter(g -> other(g, target)));
    if (near.isPresent()) {
      return Found.of(near.get(), Coding.Reading.SENTENCE);
    }
    return inTitle() ? Found.NONE : ofDiscourse(discourse.actorAgainst(target.codes()));
  }

  private Optional<List<String>> list(int size) {
    return analysis.groups().stream()
        .map(Group::codes)
        .filter(codes -> codes.size() == size)
        .findFirst()
        .or(() -> discourse.listOf(size));
  }

  /** "the employees it had thrown out": the nearest other state in front is "it". */
  private Optional<Group> pronounSubject(Found target) {
    if (!hit.relative(analysis.sentence())) {
      return Optional.empty();
    }
    int at = hit.argument().orElseThrow().from();
    return analysis.groups().stream()
        .filter(g -> g.to() <= at && other(g, target))
        .reduce((a, b) -> b);
  }

  private static boolean other(Group group, Found target) {
    return !target.codes().containsAll(group.codes());
  }

  private Found targetElsewhere(Found actor) {
    boolean organisation =
        hit.argument()
            .filter(a -> a.noun().equals(ORGANISATIONS) && a.owner().isEmpty())
            .isPresent();
    if (organisation) {
      return discourse
          .bloc()
          .filter(codes -> !codes.equals(actor.codes()))
          .map(codes -> new Found(codes, Optional.empty(), Coding.Reading.DISCOURSE))
          .orElse(Found.NONE);
    }
    Optional<Group> addressed =
        analysis.groups().stream()
            .filter(g -> g.to() <= hit.from() && other(g, actor) && addressed(g))
            .reduce((a, b) -> b);
    if (addressed.isPresent()) {
      return Found.of(addressed.get(), Coding.Reading.SENTENCE);
    }
    return inTitle() ? Found.NONE : ofDiscourse(discourse.targetOf(actor.codes()));
  }

  private boolean addressed(Group group) {
    int before = group.from() - 1;
    return analysis.sentence().is(before, Part.ADDRESSING)
        || analysis.sentence().is(before, Part.ARTICLE)
            && analysis.sentence().is(before - 1, Part.ADDRESSING);
  }

  private boolean inTitle() {
    return analysis.field() == Evidence.Field.title;
  }

  private static Found ofDiscourse(Discourse.Guess guess) {
    Coding.Reading reading = guess.quarrel() ? Coding.Reading.QUARREL : Coding.Reading.DISCOURSE;
    return guess.codes().isEmpty()
        ? Found.NONE
        : new Found(guess.codes(), Optional.empty(), reading);
  }
}
