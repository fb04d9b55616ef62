package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.text.Part;
import java.util.Optional;

/** Where in the grammar of a trigger a state may stand that plays a role. */
public enum RoleSource {
  /** Subject of the active verb, "by" of the passive, possessor of the noun. */
  DOER,
  /** Whose the argument is: Russian diplomats, Moscow's envoys, the ambassador of Russia. */
  OWNER,
  /** Where the argument is posted: the ambassador to MALI, the mission in BAMAKO. */
  HOST,
  /** Where the verb leads back: recalled to PARIS. */
  HOME,
  /** The state as the verb's direct object: sanctions Mali, quit Malaysia. */
  OBJECT,
  OF,
  FROM,
  IN,
  TO,
  WITH,
  AGAINST,
  ON,
  FOR,
  /** Both states of "between A and B". */
  BETWEEN;

  /** The preposition part that marks it; empty for those that no preposition marks. */
  public Optional<Part> preposition() {
    return switch (this) {
      case OF -> Optional.of(Part.OF);
      case FROM -> Optional.of(Part.FROM);
      case IN -> Optional.of(Part.IN);
      case TO -> Optional.of(Part.TO);
      case WITH -> Optional.of(Part.WITH);
      case AGAINST -> Optional.of(Part.AGAINST);
      case ON -> Optional.of(Part.ON);
      case FOR -> Optional.of(Part.FOR);
      case BETWEEN -> Optional.of(Part.BETWEEN);
      case DOER, OWNER, HOST, HOME, OBJECT -> Optional.empty();
    };
  }
}
