package io.riftwatch.classify.coding;

import io.riftwatch.classify.rulepack.Trigger;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import java.util.Optional;

/**
 * A trigger found in a sentence.
 *
 * @param trigger the rule
 * @param voice how it is worded
 * @param finite whether it is a verb of its own clause, not a noun or a bare participle
 * @param from index of its first token
 * @param to index behind its last token
 * @param argument what it is said of
 */
record Hit(
    Trigger trigger, Voice voice, boolean finite, int from, int to, Optional<Argument> argument) {

  /** How a measure is worded. */
  enum Voice {
    ACTIVE,
    PASSIVE,
    NOMINAL
  }

  /** Index behind all it consists of. */
  int end() {
    return argument.map(a -> Math.max(to, a.to())).orElse(to);
  }

  /** Whether a pronoun parts argument and verb: "the envoys it had thrown out". */
  boolean relative(Sentence sentence) {
    if (voice != Voice.PASSIVE || argument.isEmpty()) {
      return false;
    }
    int to = Arguments.groupStart(sentence, from);
    return sentence.is(to - 1, Part.PRONOUN) && argument.get().to() < to;
  }

  int length() {
    return to - from;
  }
}
