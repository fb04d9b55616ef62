package io.riftwatch.classify.release;

import io.riftwatch.classify.release.Activation.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Which packs of a language were in force, one after another. Before the first activation it is the
 * built-in pack.
 *
 * @param activations the latest first
 * @param builtIn version of the built-in pack; empty for a language without one
 */
record History(List<Activation> activations, Optional<String> builtIn) {

  /**
   * The pack to put in force next.
   *
   * @param previous generation of the activation that a rollback of it goes back to
   */
  record Step(String version, boolean builtIn, Kind kind, Optional<Long> previous) {}

  History {
    activations = List.copyOf(activations);
  }

  /** The activation that holds; empty before the first. */
  Optional<Activation> latest() {
    return activations.stream().findFirst();
  }

  /** Puts an uploaded pack in force; empty where it is already. */
  Optional<Step> toUploaded(String version) {
    boolean inForce =
        latest().filter(now -> !now.builtIn() && now.version().equals(version)).isPresent();
    return inForce ? Optional.empty() : Optional.of(activation(version, false));
  }

  /** Puts the built-in pack in force; empty where it is already, or there is none. */
  Optional<Step> toBuiltIn() {
    boolean inForce = latest().map(Activation::builtIn).orElse(true);
    return inForce ? Optional.empty() : builtIn.map(version -> activation(version, true));
  }

  private Step activation(String version, boolean isBuiltIn) {
    return new Step(version, isBuiltIn, Kind.ACTIVATION, latest().map(Activation::generation));
  }

  /**
   * Goes back to the pack in force before; a second time to the one before that. Empty where there
   * is none.
   */
  Optional<Step> back() {
    return latest().flatMap(now -> now.previous().map(this::to).orElseGet(() -> toFirst(now)));
  }

  private Optional<Step> to(long generation) {
    return activations.stream()
        .filter(activation -> activation.generation() == generation)
        .findFirst()
        .map(to -> new Step(to.version(), to.builtIn(), Kind.ROLLBACK, to.previous()));
  }

  private Optional<Step> toFirst(Activation now) {
    return now.builtIn()
        ? Optional.empty()
        : builtIn.map(version -> new Step(version, true, Kind.ROLLBACK, Optional.empty()));
  }
}
