package io.riftwatch.classify.release;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePackException;
import io.riftwatch.classify.rulepack.RulePacks;
import io.riftwatch.runtime.outage.Outage;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The rule packs that code the articles of this replica: the built-in ones, and in their place what
 * operators put in force. Another activation, on whichever replica, is noticed by its generation;
 * all packs are then replaced at once. While the database is away, the packs stay as they are.
 */
@Startup(PacksInForce.BEFORE_THE_STREAMS)
@Singleton
public class PacksInForce {

  static final int BEFORE_THE_STREAMS = 1;

  private static final Logger LOG = Logger.getLogger(PacksInForce.class);

  /**
   * What codes at one time.
   *
   * @param generation of the latest activation that it knows
   */
  private record Serving(long generation, RulePacks packs, Classifier classifier) {

    static Serving of(long generation, RulePacks packs) {
      return new Serving(generation, packs, new Classifier(packs));
    }
  }

  private final BuiltIn builtIn;
  private final PackStore store;
  private final Activations activations;
  private final PackConfig config;
  private final Outage outage = new Outage(LOG, "the rule packs in force are looked up");
  private volatile Serving serving;

  PacksInForce(BuiltIn builtIn, PackStore store, Activations activations, PackConfig config) {
    this.builtIn = builtIn;
    this.store = store;
    this.activations = activations;
    this.config = config;
    this.serving = Serving.of(0, builtIn.packs());
  }

  @PostConstruct
  void start() {
    outage.over(refresh().ifNoItem().after(config.startWait()).fail()).await().indefinitely();
  }

  @Scheduled(
      every = "{riftwatch.classify.packs.poll}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> poll() {
    return outage.over(refresh());
  }

  /** What codes now: hold on to it for the whole of an article. */
  public Classifier classifier() {
    return serving.classifier();
  }

  /** The packs that code now. */
  public RulePacks packs() {
    return serving.packs();
  }

  /** Brings this replica up to date at once. */
  Uni<Void> refresh() {
    return activations
        .generation()
        .chain(
            latest -> latest == serving.generation() ? Uni.createFrom().voidItem() : load(latest));
  }

  private Uni<Void> load(long generation) {
    return activations
        .inForce()
        .chain(this::uploaded)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(uploaded -> serve(generation, uploaded))
        .replaceWithVoid();
  }

  private synchronized void serve(long generation, List<RulePack> uploaded) {
    if (generation > serving.generation()) {
      serving = Serving.of(generation, builtIn.packs().with(uploaded));
      LOG.infof("Rule packs in force: %s", versions());
    }
  }

  private String versions() {
    return serving.packs().all().stream()
        .map(RulePack::version)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Those of the packs in force that were uploaded; one that cannot be read is left out. */
  private Uni<List<RulePack>> uploaded(List<Activation> inForce) {
    return Multi.createFrom()
        .iterable(inForce)
        .filter(activation -> !activation.builtIn())
        .onItem()
        .transformToUniAndConcatenate(
            activation ->
                pack(activation.language(), activation.version())
                    .onFailure(RulePackException.class)
                    .recoverWithItem(mistake -> leaveOut(activation, mistake)))
        .collect()
        .asList()
        .map(found -> found.stream().flatMap(Optional::stream).toList());
  }

  private static Optional<RulePack> leaveOut(Activation activation, Throwable mistake) {
    LOG.errorf(
        "Rule pack %s %s cannot be read any more, the built-in one codes in its place: %s",
        activation.language(), activation.version(), mistake.getMessage());
    return Optional.empty();
  }

  /**
   * A classifier with one version in place of the pack of its language that is in force; empty
   * where there is no such version.
   */
  public Uni<Optional<Classifier>> classifierWith(String language, String version) {
    return pack(language, version)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(found -> found.map(pack -> new Classifier(packs().with(List.of(pack)))));
  }

  /** The same for a version that a request names; fails with 400 where there is no such version. */
  public Uni<Classifier> classifierAskedFor(String language, String version) {
    return classifierWith(language, version)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        Problem.ofField(
                                "version",
                                "no rule pack of " + language + " has the version " + version)
                            .asException()));
  }

  private Uni<Optional<RulePack>> pack(String language, String version) {
    return store
        .files(language, version)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(files -> files.map(PackFiles::read))
        .map(found -> found.or(() -> builtIn.pack(language, version)));
  }
}
