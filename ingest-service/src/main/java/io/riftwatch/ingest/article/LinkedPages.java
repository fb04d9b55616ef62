package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.PageReader;
import io.riftwatch.ingest.fetch.FetchOutcome;
import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.FetchOutcome.Throttled;
import io.riftwatch.ingest.fetch.Fetcher;
import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.parse.Entry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import java.util.Set;
import org.jboss.logging.Logger;

/** Reads the pages that entries link to, where the feed itself gives little text. */
@ApplicationScoped
class LinkedPages {

  private static final Logger LOG = Logger.getLogger(LinkedPages.class);

  /** Of the statuses that blame the reader, those that pass (RFC 9110, 15.5.9; RFC 6585). */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private static final int SERVER_ERRORS = 500;

  private final Fetcher fetcher;
  private final PageReader reader;
  private final ArticleConfig config;

  LinkedPages(Fetcher fetcher, PageReader reader, ArticleConfig config) {
    this.fetcher = fetcher;
    this.reader = reader;
    this.config = config;
  }

  /** Whether the entry's page is to be read. */
  boolean areWanted(Source source, Entry entry) {
    return source.links() == Source.Links.READ
        && entry.url().isPresent()
        && entry.text().length() < config.fullTextBelow();
  }

  /** The entry's page; whatever goes wrong is part of the answer, the feed's text stands then. */
  Uni<PageOutcome> of(Source source, Entry entry) {
    if (!areWanted(source, entry)) {
      return Uni.createFrom().item(new PageOutcome.NotWanted());
    }
    return fetcher
        .fetch(entry.url().orElseThrow(), Validators.NONE)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(outcome -> read(entry, outcome))
        .invoke(outcome -> tell(entry, outcome));
  }

  private Uni<PageOutcome> read(Entry entry, FetchOutcome outcome) {
    if (outcome instanceof Fetched fetched) {
      return Uni.createFrom()
          .item(() -> reader.read(fetched.body(), fetched.contentType(), fetched.url()))
          .<PageOutcome>map(PageOutcome.Read::new)
          .onFailure()
          .recoverWithItem(e -> unreadable(entry, e));
    }
    return Uni.createFrom()
        .item(
            isPassing(outcome)
                ? new PageOutcome.FailedInPassing(outcome.toString())
                : new PageOutcome.FailedForGood(outcome.toString()));
  }

  private static boolean isPassing(FetchOutcome outcome) {
    return outcome instanceof Throttled
        || outcome instanceof Failed failed && isPassing(failed.status());
  }

  private static boolean isPassing(OptionalInt status) {
    return status.isEmpty()
        || status.getAsInt() >= SERVER_ERRORS
        || PASSING.contains(status.getAsInt());
  }

  private static void tell(Entry entry, PageOutcome outcome) {
    if (!(outcome instanceof PageOutcome.Read)) {
      LOG.debugf("Page %s was not read: %s", entry.url().orElseThrow(), outcome);
    }
  }

  /** One page that the extraction stumbles over must not hold up its feed. */
  private static PageOutcome unreadable(Entry entry, Throwable e) {
    LOG.warnf(e, "Page %s cannot be read; its feed's text is taken", entry.url().orElseThrow());
    return new PageOutcome.FailedForGood("the extraction stumbled over it: " + e);
  }
}
