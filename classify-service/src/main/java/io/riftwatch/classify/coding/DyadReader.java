package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.rulepack.RoleSource;
import java.util.List;
import java.util.Optional;

/** Decides actor and target of a hit: by its grammar, else its sentence, else the report so far. */
final class DyadReader {

  private record Found(List<String> codes, Optional<Group> group, Coding.Reading reading) {
    static final Found NONE = new Found(List.of(), Optional.empty(), Coding.Reading.NONE);

    static Found of(Group group, Coding.Reading reading) {
      return new Found(group.codes(), Optional.of(group), reading);
    }
  }

  private final Analysis analysis;
  private final Hit hit;
  private final Discourse discourse;
  private final Roles roles;

  DyadReader(Analysis analysis, Hit hit, Discourse discourse) {
    this.analysis = analysis;
    this.hit = hit;
    this.discourse = discourse;
    this.roles = new Roles(analysis, hit);
  }

  Dyad read() {
    Optional<Dyad> between = between();
    if (between.isPresent()) {
      return between.get();
    }
    List<RoleSource> firmTarget =
        hit.trigger().target().stream().filter(s -> s == RoleSource.OWNER).toList();
    Optional<Group> owner = roles.in(firmTarget, Optional.empty());
    Found actor =
        roles
            .in(hit.trigger().actor(), owner)
            .map(g -> Found.of(g, Coding.Reading.GRAMMAR))
            .orElse(Found.NONE);
    Found target =
        roles
            .in(hit.trigger().target(), actor.group())
            .map(g -> Found.of(g, Coding.Reading.GRAMMAR))
            .orElse(Found.NONE);
    if (target.codes().isEmpty() && possessive()) {
      target = antecedent(actor.codes());
    }
    if (actor.codes().isEmpty()) {
      actor = actorElsewhere(target);
    }
    if (target.codes().isEmpty()) {
      target = targetElsewhere(actor);
    }
    return new Dyad(
        actor.codes(),
        target.codes(),
        actor.group(),
        target.group(),
        actor.reading(),
        target.reading(),
        hit.argument().map(Argument::possessive).orElse(false));
  }

  private Optional<Dyad> between() {
    boolean allowed =
        hit.trigger().actor().contains(RoleSource.BETWEEN)
            || hit.trigger().target().contains(RoleSource.BETWEEN);
    return (allowed
            ? roles.in(List.of(RoleSource.BETWEEN), Optional.empty())
            : Optional.<Group>empty())
        .filter(g -> g.codes().size() == 2)
        .map(
            g ->
                new Dyad(
                    g.codes().subList(0, 1),
                    g.codes().subList(1, 2),
                    Optional.of(g),
                    Optional.of(g),
                    Coding.Reading.GRAMMAR,
                    Coding.Reading.GRAMMAR,
                    false));
  }

  private boolean possessive() {
    return hit.argument().map(Argument::possessive).orElse(false)
        && hit.trigger().target().contains(RoleSource.OWNER);
  }

  /** The state that "its" or "their" stands for: the nearest in front that is not the actor. */
  private Found antecedent(List<String> actor) {
    int at = hit.argument().orElseThrow().from();
    return analysis.groups().stream()
        .filter(g -> g.to() <= at && !actor.containsAll(g.codes()))
        .reduce((a, b) -> b)
        .map(g -> Found.of(g, Coding.Reading.SENTENCE))
        .orElse(Found.NONE);
  }

  private Found actorElsewhere(Found target) {
    Optional<Group> near =
        Subjects.before(analysis, hit.from()).stream()
            .filter(g -> !target.codes().containsAll(g.codes()))
            .findFirst()
            .or(
                () ->
                    Subjects.speaker(analysis, hit.to())
                        .filter(g -> !target.codes().containsAll(g.codes())));
    if (near.isPresent()) {
      return Found.of(near.get(), Coding.Reading.SENTENCE);
    }
    if (analysis.field() == Evidence.Field.title) {
      return Found.NONE;
    }
    return ofDiscourse(discourse.actorAgainst(target.codes()));
  }

  private Found targetElsewhere(Found actor) {
    if (analysis.field() == Evidence.Field.title) {
      return Found.NONE;
    }
    return ofDiscourse(discourse.targetOf(actor.codes()));
  }

  private static Found ofDiscourse(List<String> codes) {
    return codes.isEmpty()
        ? Found.NONE
        : new Found(codes, Optional.empty(), Coding.Reading.DISCOURSE);
  }
}
