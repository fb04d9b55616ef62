package io.riftwatch.classify.trial;

import io.riftwatch.classify.article.ArticleRange;
import io.riftwatch.classify.article.ArticleStore;
import io.riftwatch.classify.article.AskedRange;
import io.riftwatch.classify.article.StoredArticle;
import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.difference.Difference.Kind;
import io.riftwatch.classify.release.PacksInForce;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Tries a rule pack on stored articles before it is put in force; nothing is stored. */
@Path("/api/v1/rulepacks/{language}/{version}/trial")
public class TrialResource {

  /**
   * Which articles to try it on: the newest of a time.
   *
   * @param from RFC 3339; null for the oldest
   * @param to RFC 3339; null for now
   * @param limit how many at most; null for the usual number
   */
  public record Question(Instant from, Instant to, Integer limit) {}

  private final ArticleStore articles;
  private final PacksInForce packs;
  private final TrialConfig config;
  private final InstantSource clock;

  TrialResource(
      ArticleStore articles, PacksInForce packs, TrialConfig config, InstantSource clock) {
    this.articles = articles;
    this.packs = packs;
    this.config = config;
    this.clock = clock;
  }

  /** What the pack would read otherwise than the one in force. */
  @POST
  public Uni<Trial> run(String language, String version, @NotNull Question question) {
    ArticleRange range =
        new AskedRange(question.from(), question.to()).of(language, clock.instant());
    int limit = limit(question.limit());
    Optional<String> inForce = packs.packs().of(language).map(RulePack::version);
    Classifier now = packs.classifier();
    return packs
        .classifierWith(language, version)
        .map(found -> new TrialRun(now, found(found, version), config.maxDifferences()))
        .chain(run -> run(run, range, Cursor.START, limit))
        .chain(run -> articles.count(range).map(all -> trial(version, inForce, range, all, run)));
  }

  private static Classifier found(Optional<Classifier> found, String version) {
    return found.orElseThrow(
        () -> Problem.of(404, "no rule pack has the version " + version).asException());
  }

  private Uni<TrialRun> run(TrialRun run, ArticleRange range, Cursor behind, int left) {
    int batch = Math.min(left, config.batch());
    return articles
        .page(range, behind, batch)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(page -> page.forEach(stored -> run.code(stored.article())))
        .chain(
            page ->
                page.size() < batch || left == batch
                    ? Uni.createFrom().item(run)
                    : run(run, range, end(page), left - batch));
  }

  private static Cursor end(List<StoredArticle> page) {
    return page.get(page.size() - 1).place();
  }

  private static Trial trial(
      String version, Optional<String> inForce, ArticleRange range, int stored, TrialRun run) {
    return new Trial(
        range.language(),
        version,
        inForce,
        range.from(),
        range.to(),
        stored,
        run.coded(),
        run.signals(),
        run.count(Kind.GAINED),
        run.count(Kind.LOST),
        run.count(Kind.CHANGED),
        run.differences());
  }

  private int limit(Integer asked) {
    if (asked == null) {
      return config.articles();
    }
    if (asked < 1 || asked > config.maxArticles()) {
      throw Problem.ofField("limit", "is " + asked + ": take 1 to " + config.maxArticles())
          .asException();
    }
    return asked;
  }
}
