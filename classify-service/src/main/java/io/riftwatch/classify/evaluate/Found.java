package io.riftwatch.classify.evaluate;

import io.riftwatch.classify.coding.Coding;
import io.riftwatch.classify.confidence.Confidence;
import io.riftwatch.classify.contract.Evidence;
import java.util.Optional;

/**
 * A measure that was read in a report.
 *
 * @param frame what it is compared by
 * @param count persons concerned
 * @param confidence 0 to 1
 * @param rule id of the rule that read it
 * @param quote the sentence it was read in, or the words where there is none
 */
public record Found(
    Frame frame, Optional<Integer> count, double confidence, String rule, String quote) {

  static Found of(Coding coding) {
    return new Found(
        Frame.of(coding.type(), coding.actor(), coding.target(), coding.status()),
        coding.count(),
        Confidence.of(coding),
        coding.rule(),
        quote(coding, Evidence.Role.SENTENCE)
            .or(() -> quote(coding, Evidence.Role.TRIGGER))
            .orElse(""));
  }

  private static Optional<String> quote(Coding coding, Evidence.Role role) {
    return coding.evidence().stream()
        .filter(words -> words.role() == role)
        .map(Evidence::quote)
        .findFirst();
  }
}
