package io.riftwatch.ingest.article;

import io.riftwatch.ingest.article.ArticleStore.Dealt;
import io.riftwatch.ingest.contract.Article;
import io.riftwatch.ingest.parse.Entry;
import io.riftwatch.ingest.publish.ArticlePublisher;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes in the entries of a feed. The log comes first: an entry counts as seen only when the
 * article it is has been acknowledged, so that a crash in between repeats events under their ids
 * and loses none.
 */
@ApplicationScoped
public class ArticleIntake {

  /** How many articles were new, and how many edited. */
  public record Taken(int fresh, int revised) {

    Taken plus(Taken other) {
      return new Taken(fresh + other.fresh, revised + other.revised);
    }
  }

  private static final Taken NOTHING = new Taken(0, 0);

  private final ArticleStore store;
  private final ArticlePublisher publisher;
  private final LinkedPages pages;
  private final InstantSource clock;
  private final ArticleConfig config;
  private final Draft draft;

  ArticleIntake(
      ArticleStore store,
      ArticlePublisher publisher,
      LinkedPages pages,
      InstantSource clock,
      ArticleConfig config) {
    this.store = store;
    this.publisher = publisher;
    this.pages = pages;
    this.clock = clock;
    this.config = config;
    this.draft = new Draft(config.longestText());
  }

  /**
   * Publishes and stores what is new among the entries.
   *
   * @return what was; fails when the log or the database does not take it, what was stored before
   *     that is not lost
   */
  public Uni<Taken> take(Source source, List<Entry> entries) {
    return Multi.createFrom()
        .iterable(batches(Identity.of(source, entries)))
        .onItem()
        .transformToUniAndConcatenate(batch -> takeBatch(source, batch))
        .collect()
        .with(Collectors.reducing(NOTHING, Taken::plus));
  }

  private List<List<Item>> batches(List<Item> items) {
    List<List<Item>> batches = new ArrayList<>();
    for (int from = 0; from < items.size(); from += config.batch()) {
      batches.add(items.subList(from, Math.min(items.size(), from + config.batch())));
    }
    return batches;
  }

  private Uni<Taken> takeBatch(Source source, List<Item> items) {
    Instant seenAt = clock.instant();
    return store
        .known(source.feedId(), items)
        .chain(known -> write(source, items, known, seenAt))
        .call(this::publish)
        .call(dealt -> store.keep(source.feedId(), dealt, seenAt))
        .map(ArticleIntake::count);
  }

  private Uni<List<Dealt>> write(Source source, List<Item> items, Known known, Instant seenAt) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndMerge(item -> deal(source, item, known, seenAt))
        .select()
        .where(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList();
  }

  private Uni<Optional<Dealt>> deal(Source source, Item item, Known known, Instant seenAt) {
    Novelty novelty = known.novelty(source.feedId(), item);
    if (novelty instanceof Novelty.Fresh fresh) {
      return draft(source, item, fresh.articleId(), 1, seenAt)
          .map(article -> Optional.of(new Dealt(item, fresh.articleId(), article)));
    }
    if (novelty instanceof Novelty.Touched touched) {
      return draft(source, item, touched.articleId(), touched.revision() + 1, seenAt)
          .map(article -> article.filter(a -> !TextHash.of(a).equals(touched.textHash())))
          .map(article -> Optional.of(new Dealt(item, touched.articleId(), article)));
    }
    return Uni.createFrom()
        .item(
            novelty instanceof Novelty.Carried carried
                ? Optional.of(new Dealt(item, carried.articleId(), Optional.empty()))
                : Optional.empty());
  }

  private Uni<Optional<Article>> draft(
      Source source, Item item, String id, int revision, Instant seenAt) {
    return pages
        .of(source, item.entry())
        .map(page -> draft.of(source, item, id, revision, page, seenAt));
  }

  private Uni<Void> publish(List<Dealt> dealt) {
    return Multi.createFrom()
        .iterable(dealt)
        .onItem()
        .transformToMultiAndConcatenate(d -> Multi.createFrom().items(d.article().stream()))
        .onItem()
        .transformToUniAndMerge(publisher::publish)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Taken count(List<Dealt> dealt) {
    List<Article> articles = dealt.stream().flatMap(d -> d.article().stream()).toList();
    int fresh = (int) articles.stream().filter(article -> article.revision() == 1).count();
    return new Taken(fresh, articles.size() - fresh);
  }
}
