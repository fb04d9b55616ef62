package io.riftwatch.classify.classification;

import io.quarkus.runtime.Startup;
import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePacks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Loads the rule packs at start: one with a mistake stops the service. */
@Startup
@Singleton
class Classifiers {

  private static final Logger LOG = Logger.getLogger(Classifiers.class);

  private final RulePacks packs;

  Classifiers(ClassifyConfig config) {
    this.packs = RulePacks.load(config.rulepacks());
    LOG.infof(
        "rule packs: %s",
        packs.all().stream().map(RulePack::version).sorted().collect(Collectors.joining(", ")));
  }

  @Produces
  @Singleton
  RulePacks packs() {
    return packs;
  }

  @Produces
  @Singleton
  Classifier classifier() {
    return new Classifier(packs);
  }
}
