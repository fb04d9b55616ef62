package io.riftwatch.classify.classification;

import io.riftwatch.classify.release.BuiltIn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Loads the built-in rule packs at start: one with a mistake stops the service. */
final class BuiltInPacks {

  @Produces
  @Singleton
  BuiltIn packs(ClassifyConfig config) {
    return BuiltIn.load(config.rulepacks());
  }
}
