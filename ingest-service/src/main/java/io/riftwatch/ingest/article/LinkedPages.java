package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.extract.PageReader;
import io.riftwatch.ingest.fetch.FetchOutcome;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.Fetcher;
import io.riftwatch.ingest.parse.Entry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the pages that entries link to, where the feed itself gives little text. */
@ApplicationScoped
class LinkedPages {

  private static final Logger LOG = Logger.getLogger(LinkedPages.class);

  private final Fetcher fetcher;
  private final ArticleConfig config;

  LinkedPages(Fetcher fetcher, ArticleConfig config) {
    this.fetcher = fetcher;
    this.config = config;
  }

  /** The entry's page, or empty where none is wanted or to be had: the feed's text stands then. */
  Uni<Optional<Page>> of(Source source, Entry entry) {
    if (!isWanted(source, entry)) {
      return Uni.createFrom().item(Optional.empty());
    }
    return fetcher
        .page(entry.url().orElseThrow())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(outcome -> read(entry, outcome));
  }

  private boolean isWanted(Source source, Entry entry) {
    return source.links() == Source.Links.READ
        && entry.url().isPresent()
        && entry.text().length() < config.fullTextBelow();
  }

  private static Uni<Optional<Page>> read(Entry entry, FetchOutcome outcome) {
    if (outcome instanceof Fetched fetched) {
      return Uni.createFrom()
          .item(() -> PageReader.read(fetched.body(), fetched.contentType(), fetched.url()))
          .map(Optional::of)
          .onFailure()
          .recoverWithItem(e -> unreadable(entry, e));
    }
    LOG.debugf("Page %s was not read: %s", entry.url().orElseThrow(), outcome);
    return Uni.createFrom().item(Optional.empty());
  }

  /** One page that the extraction stumbles over must not hold up its feed. */
  private static Optional<Page> unreadable(Entry entry, Throwable e) {
    LOG.warnf(e, "Page %s cannot be read; its feed's text is taken", entry.url().orElseThrow());
    return Optional.empty();
  }
}
