package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.lexicon.PhraseIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule: the words that state a measure, what they must be said of, and where its roles stand.
 *
 * @param id name of the rule, unique in the pack
 * @param type the measure
 * @param object noun classes of which one must be the verb's object (subject of the passive)
 * @param subject noun classes of which one must be the verb's subject
 * @param actor where the actor stands, best first
 * @param target where the target stands, best first
 * @param status the status the words themselves carry
 * @param domain the domain the words themselves carry
 * @param explicit roles that must stand in the same sentence
 * @param mutual whether both states take the measure
 * @param echo the words count only after a measure of this type was stated
 * @param context phrases of which one must stand in the sentence; none when it is empty
 * @param negated whether the words count only when negated: "may not work"
 * @param only the statuses in which the words count; any when it is empty
 */
public record Trigger(
    String id,
    SignalType type,
    List<String> object,
    List<String> subject,
    List<RoleSource> actor,
    List<RoleSource> target,
    Optional<Status> status,
    Optional<Domain> domain,
    Set<Role> explicit,
    boolean mutual,
    Optional<SignalType> echo,
    Optional<PhraseIndex<String>> context,
    boolean negated,
    Set<Status> only) {

  /** A role that a rule can demand. */
  public enum Role {
    ACTOR,
    TARGET
  }

  /** The kind of words that state the measure. */
  public enum Form {
    VERB,
    NOUN
  }

  /**
   * One way to word a rule.
   *
   * @param trigger the rule
   * @param form what kind of words
   */
  public record Wording(Trigger trigger, Form form) {}

  public Trigger {
    object = List.copyOf(object);
    subject = List.copyOf(subject);
    actor = List.copyOf(actor);
    target = List.copyOf(target);
    explicit = Set.copyOf(explicit);
    only = Set.copyOf(only);
  }

  /** Whether the words count only when said of a noun of some class. */
  public boolean needsArgument() {
    return !object.isEmpty() || !subject.isEmpty();
  }
}
