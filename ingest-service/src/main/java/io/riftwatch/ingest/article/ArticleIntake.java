package io.riftwatch.ingest.article;

import io.riftwatch.ingest.article.ArticleStore.Reservation;
import io.riftwatch.ingest.article.Written.TextFrom;
import io.riftwatch.ingest.contract.Article;
import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.language.Languages;
import io.riftwatch.ingest.parse.Entry;
import io.riftwatch.ingest.publish.ArticlePublisher;
import io.riftwatch.ingest.wire.WireIndex;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in the entries of a feed, each as soon as it is ready. The log comes first: an entry counts
 * as seen only when the article it is has been acknowledged, so that a crash in between repeats
 * events under their ids and loses none.
 */
@ApplicationScoped
public class ArticleIntake {

  /**
   * What came of a reading.
   *
   * @param fresh articles that were new
   * @param revised articles that were edited
   * @param owed entries whose page failed in passing was put off, or which another feed publishes:
   *     the feed has to be read again, modified or not
   */
  public record Taken(int fresh, int revised, int owed) {

    Taken plus(Taken other) {
      return new Taken(fresh + other.fresh, revised + other.revised, owed + other.owed);
    }
  }

  private static final Taken NOTHING = new Taken(0, 0, 0);
  private static final Taken LATER = new Taken(0, 0, 1);

  /** One reading of a feed. */
  private record Reading(Source source, Known known, Instant seenAt) {

    String feedId() {
      return source.feedId();
    }
  }

  /** An item that is to be taken in, and the page that comes with it. */
  private record Turn(Item item, Novelty novelty, Uni<PageOutcome> page) {}

  private final ArticleStore store;
  private final ArticlePublisher publisher;
  private final LinkedPages pages;
  private final WireIndex wire;
  private final InstantSource clock;
  private final ArticleConfig config;
  private final Draft draft;

  ArticleIntake(
      ArticleStore store,
      ArticlePublisher publisher,
      LinkedPages pages,
      WireIndex wire,
      Languages languages,
      InstantSource clock,
      ArticleConfig config) {
    this.store = store;
    this.publisher = publisher;
    this.pages = pages;
    this.wire = wire;
    this.clock = clock;
    this.config = config;
    this.draft = new Draft(config.longestText(), languages);
  }

  /**
   * Publishes and stores what is new among the entries.
   *
   * @return what was; fails when the log or the database does not take it, what was stored before
   *     that is not lost
   */
  public Uni<Taken> take(Source source, List<Entry> entries) {
    Instant seenAt = clock.instant();
    List<Item> items = Identity.of(source, entries);
    return store
        .known(source.feedId(), items)
        .map(known -> new Reading(source, known, seenAt))
        .call(this::noteStillThere)
        .call(reading -> keepCarried(reading, items))
        .chain(reading -> takeNew(reading, items));
  }

  /** Noted now and then only, so that a poll without news writes nothing. */
  private Uni<Void> noteStillThere(Reading reading) {
    Instant halfway = reading.seenAt().minus(config.keepItems().dividedBy(2));
    return store.note(reading.feedId(), reading.known().notedBefore(halfway), reading.seenAt());
  }

  private Uni<Void> keepCarried(Reading reading, List<Item> items) {
    List<Dealt> carried = new ArrayList<>();
    for (Item item : items) {
      if (novelty(reading, item) instanceof Novelty.Carried known) {
        carried.add(Dealt.carried(item, known.articleId()));
      }
    }
    return store.keep(reading.feedId(), carried, reading.seenAt());
  }

  private Uni<Taken> takeNew(Reading reading, List<Item> items) {
    return Multi.createFrom()
        .iterable(turns(reading, items))
        .onItem()
        .transformToUni(turn -> takeOne(reading, turn))
        .merge(config.concurrency())
        .collect()
        .with(Collectors.reducing(NOTHING, Taken::plus));
  }

  /**
   * Those that need no page go first, so that none of them waits for a host's turn. Of the others
   * only so many have theirs read now, news before what is owed, so that one feed's pages do not
   * hold its claim and its host's connections for hours.
   */
  private List<Turn> turns(Reading reading, List<Item> items) {
    List<Turn> paged = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    for (Item item : items) {
      Novelty novelty = novelty(reading, item);
      if (novelty instanceof Novelty.Fresh || novelty instanceof Novelty.Touched) {
        boolean isPaged = pages.areWanted(reading.source(), item.entry());
        (isPaged ? paged : turns).add(new Turn(item, novelty, page(reading, item)));
      }
    }
    paged.sort(Comparator.comparing(turn -> turn.novelty() instanceof Novelty.Touched));
    int read = Math.min(paged.size(), config.pagesPerPoll());
    paged.subList(read, paged.size()).stream()
        .map(turn -> new Turn(turn.item(), turn.novelty(), putOff()))
        .forEach(turns::add);
    turns.addAll(paged.subList(0, read));
    return turns;
  }

  private Uni<Taken> takeOne(Reading reading, Turn turn) {
    if (turn.novelty() instanceof Novelty.Fresh fresh) {
      return turn.page()
          .chain(outcome -> dealFresh(reading, turn.item(), fresh, outcome))
          .chain(dealt -> finishFresh(reading, dealt));
    }
    Novelty.Touched touched = (Novelty.Touched) turn.novelty();
    return turn.page()
        .chain(outcome -> dealTouched(reading, turn.item(), touched, outcome))
        .chain(dealt -> finish(reading, dealt));
  }

  private Novelty novelty(Reading reading, Item item) {
    return reading.known().novelty(reading.feedId(), item, config.pageAttempts());
  }

  private Uni<PageOutcome> page(Reading reading, Item item) {
    return pages.of(reading.source(), item.entry()).emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private Uni<PageOutcome> putOff() {
    return pages.putOff().emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private Uni<Dealt> dealFresh(
      Reading reading, Item item, Novelty.Fresh fresh, PageOutcome outcome) {
    Optional<Written> written = written(reading, item, fresh.articleId(), 1, outcome.pageRead());
    int tries = outcome.tries(fresh.pageTries());
    Optional<String> alias = alias(reading, fresh.articleId(), outcome);
    Dealt dealt =
        new Dealt(item, fresh.articleId(), written, alias.map(Set::of).orElse(Set.of()), tries);
    if (alias.isEmpty() || written.isEmpty()) {
      return Uni.createFrom().item(dealt);
    }
    Article article = written.get().article();
    return store
        .namesake(alias.get())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(namesake -> namesake.filter(n -> isSame(reading, article, n)))
        .map(same -> same.map(n -> Dealt.carried(item, n.id())).orElse(dealt));
  }

  /** The id that the article would have by the address that its page gives itself. */
  private static Optional<String> alias(Reading reading, String id, PageOutcome outcome) {
    return outcome
        .pageRead()
        .map(Page::canonicalUrl)
        .flatMap(url -> Identity.articleAt(reading.source().outlet(), url))
        .filter(alias -> !alias.equals(id));
  }

  /** Some outlets give all their pages one address: then its holder reads otherwise. */
  private static boolean isSame(Reading reading, Article article, Namesake namesake) {
    return !reading.known().isCarriedNow(namesake.id()) && namesake.reads(article);
  }

  /** An edit whose page fails in passing waits for it, lest the text be cut to the feed's. */
  private Uni<Dealt> dealTouched(
      Reading reading, Item item, Novelty.Touched touched, PageOutcome outcome) {
    int tries = outcome.tries(touched.pageTries());
    String id = touched.articleId();
    if (isOwed(tries)) {
      return Uni.createFrom().item(new Dealt(item, id, Optional.empty(), Set.of(), tries));
    }
    int revision = touched.revision() + 1;
    return pageNowOrBefore(item, id, outcome)
        .map(page -> written(reading, item, id, revision, page))
        .map(written -> written.filter(w -> !w.textHash().equals(touched.textHash())))
        .map(edited -> new Dealt(item, id, edited, Set.of(), tries));
  }

  /** A page that can no longer be had is as it was when it was read. */
  private Uni<Optional<Page>> pageNowOrBefore(Item item, String articleId, PageOutcome outcome) {
    boolean isLost =
        outcome instanceof PageOutcome.FailedForGood
            || outcome instanceof PageOutcome.FailedInPassing;
    return isLost
        ? store
            .pageOf(articleId, item.entry().url().orElseThrow())
            .emitOn(Infrastructure.getDefaultWorkerPool())
        : Uni.createFrom().item(outcome.pageRead());
  }

  private Optional<Written> written(
      Reading reading, Item item, String id, int revision, Optional<Page> page) {
    TextFrom from = Draft.isOfPage(item.entry(), page) ? TextFrom.PAGE : TextFrom.FEED;
    return draft
        .of(reading.source(), item, id, revision, page, reading.seenAt())
        .map(
            article -> {
              String hash = TextHash.of(article.title(), article.text());
              return new Written(article, hash, wire.sketch(article.title(), article.text()), from);
            });
  }

  private boolean isOwed(int tries) {
    return Known.isOwed(tries, config.pageAttempts());
  }

  /** What is new is reserved first, as another feed of its outlet may be about to publish it. */
  private Uni<Taken> finishFresh(Reading reading, Dealt dealt) {
    if (dealt.written().isEmpty()) {
      return finish(reading, dealt);
    }
    Instant now = clock.instant();
    return store
        .reserve(dealt.articleId(), reading.feedId(), now, now.plus(config.reservation()))
        .chain(reservation -> finish(reading, dealt, reservation));
  }

  /** One that another feed is about to publish is looked at again with the next poll. */
  private Uni<Taken> finish(Reading reading, Dealt dealt, Reservation reservation) {
    if (reservation == Reservation.ELSEWHERE) {
      return Uni.createFrom().item(LATER);
    }
    return finish(
        reading,
        reservation == Reservation.STORED ? Dealt.carried(dealt.item(), dealt.articleId()) : dealt);
  }

  private Uni<Taken> finish(Reading reading, Dealt dealt) {
    return grouped(dealt)
        .call(this::publish)
        .call(grouped -> store.keep(reading.feedId(), List.of(grouped), reading.seenAt()))
        .map(this::count);
  }

  private Uni<Dealt> grouped(Dealt dealt) {
    return dealt
        .written()
        .map(written -> wire.join(dealt.articleId(), written.sketch()))
        .map(group -> group.map(dealt::inGroup))
        .orElseGet(() -> Uni.createFrom().item(dealt));
  }

  private Uni<Void> publish(Dealt dealt) {
    return dealt.article().map(publisher::publish).orElseGet(Uni.createFrom()::voidItem);
  }

  private Taken count(Dealt dealt) {
    Optional<Integer> revision = dealt.article().map(Article::revision);
    return new Taken(
        revision.filter(r -> r == 1).isPresent() ? 1 : 0,
        revision.filter(r -> r > 1).isPresent() ? 1 : 0,
        isOwed(dealt.pageTries()) ? 1 : 0);
  }
}
