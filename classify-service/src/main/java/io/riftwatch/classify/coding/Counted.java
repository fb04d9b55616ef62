package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.SignalType;
import java.util.EnumSet;
import java.util.Set;

/** The measures that are taken against persons who can be counted. */
final class Counted {

  static final Set<SignalType> TYPES =
      EnumSet.of(
          SignalType.EXPULSION,
          SignalType.TROOP_EXPULSION,
          SignalType.RECALL,
          SignalType.DETENTION,
          SignalType.MEDIA_BAN,
          SignalType.SUMMONS);

  private Counted() {}
}
