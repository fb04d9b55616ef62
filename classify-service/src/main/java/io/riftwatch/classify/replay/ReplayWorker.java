package io.riftwatch.classify.replay;

import io.quarkus.scheduler.Scheduled;
import io.riftwatch.classify.article.ArticleStore;
import io.riftwatch.classify.article.StoredArticle;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.difference.Difference;
import io.riftwatch.classify.release.PacksInForce;
import io.riftwatch.classify.replay.Replay.State;
import io.riftwatch.classify.rulepack.RulePackException;
import io.riftwatch.classify.signal.SignalPublisher;
import io.riftwatch.classify.signal.SignalStore;
import io.riftwatch.runtime.outage.Outage;
import io.riftwatch.runtime.paging.Cursor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Goes on with replays, a batch at a time: what a replica that died had begun is gone on with where
 * its last note of progress says. What it repeats has the same ids, so it changes nothing.
 */
@ApplicationScoped
class ReplayWorker {

  private static final Logger LOG = Logger.getLogger(ReplayWorker.class);

  private final ReplayClaims claims;
  private final DifferenceStore differences;
  private final ArticleStore articles;
  private final SignalStore signals;
  private final SignalPublisher publisher;
  private final PacksInForce packs;
  private final ReplayConfig config;
  private final Outage outage = new Outage(LOG, "replays are gone on with");

  ReplayWorker(
      ReplayClaims claims,
      DifferenceStore differences,
      ArticleStore articles,
      SignalStore signals,
      SignalPublisher publisher,
      PacksInForce packs,
      ReplayConfig config) {
    this.claims = claims;
    this.differences = differences;
    this.articles = articles;
    this.signals = signals;
    this.publisher = publisher;
    this.packs = packs;
    this.config = config;
  }

  /** Works until there is no replay left to go on with. */
  @Scheduled(
      every = "{riftwatch.classify.replay.tick}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return outage.over(workThrough());
  }

  private Uni<Void> workThrough() {
    return claims
        .claim()
        .call(claimed -> claimed.map(this::goOn).orElseGet(() -> Uni.createFrom().voidItem()))
        .repeat()
        .whilst(Optional::isPresent)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> goOn(Replay replay) {
    return switch (replay.state()) {
      case CODING -> code(replay);
      case PUBLISHING -> publish(replay);
      case CODED, PUBLISHED, FAILED -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> code(Replay replay) {
    return packs
        .classifierWith(replay.language(), replay.version())
        .map(found -> found.map(classifier -> new Recoding(classifier, replay.language())))
        .chain(
            recoding ->
                recoding.isPresent()
                    ? code(replay, recoding.get())
                    : claims.failed(replay, "the rule pack was deleted"))
        .onFailure(ReplayWorker::lastsForGood)
        .recoverWithUni(cause -> claims.failed(replay, cause.getMessage()));
  }

  private static boolean lastsForGood(Throwable cause) {
    return cause instanceof RulePackException || cause instanceof Uncodable;
  }

  private Uni<Void> code(Replay replay, Recoding recoding) {
    return inBatches(
        replay,
        now ->
            articles
                .page(now.range(), now.place(), config.batch())
                .chain(page -> compare(recoding, page).chain(found -> coded(now, page, found))));
  }

  /** Works on a replay as long as each batch leaves it in its state. */
  private Uni<Void> inBatches(Replay begun, Function<Replay, Uni<Optional<Replay>>> batch) {
    AtomicReference<Replay> now = new AtomicReference<>(begun);
    return Uni.createFrom()
        .deferred(() -> batch.apply(now.get()))
        .invoke(noted -> noted.ifPresent(now::set))
        .repeat()
        .whilst(noted -> noted.filter(next -> next.state() == begun.state()).isPresent())
        .collect()
        .last()
        .invoke(last -> last.ifPresent(ReplayWorker::log))
        .replaceWithVoid();
  }

  private Uni<List<Difference>> compare(Recoding recoding, List<StoredArticle> page) {
    List<String> ids = page.stream().map(stored -> stored.article().id()).toList();
    return signals
        .ofArticles(ids)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(found -> recoding.of(page.stream().map(StoredArticle::article).toList(), found));
  }

  private Uni<Optional<Replay>> coded(
      Replay replay, List<StoredArticle> page, List<Difference> found) {
    Cursor end = page.isEmpty() ? replay.place() : page.get(page.size() - 1).place();
    State state = page.size() < config.batch() ? State.CODED : State.CODING;
    return claims.coded(replay, page.size(), end, state, found);
  }

  private Uni<Void> publish(Replay replay) {
    return inBatches(
        replay,
        now ->
            differences
                .list(now.id(), Optional.empty(), now.published(), config.batch())
                .call(batch -> publish(now, batch))
                .chain(batch -> published(now, batch.size())));
  }

  private Uni<Void> publish(Replay replay, List<Numbered> batch) {
    long number = replay.correction().orElseThrow();
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(numbered -> publish(numbered.difference(), number))
        .collect()
        .last();
  }

  /** What was never published is no less uncertain for being read by another rule pack. */
  private Uni<Void> publish(Difference difference, long number) {
    List<Signal> corrections = Corrections.of(difference, number);
    return switch (difference.kind()) {
      case GAINED -> publisher.publishOrReview(corrections, Optional.empty());
      case LOST, CHANGED -> publisher.publish(corrections);
    };
  }

  private Uni<Optional<Replay>> published(Replay replay, int more) {
    int published = replay.published() + more;
    State state = published < replay.differences() ? State.PUBLISHING : State.PUBLISHED;
    return claims.published(replay, published, state);
  }

  private static void log(Replay replay) {
    LOG.infof(
        "Replay %s with %s is %s: %d articles, %d gained, %d lost, %d changed",
        replay.id(),
        replay.version(),
        replay.state(),
        replay.coded(),
        replay.gained(),
        replay.lost(),
        replay.changed());
  }
}
