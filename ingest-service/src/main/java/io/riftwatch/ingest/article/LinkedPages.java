package io.riftwatch.ingest.article;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.extract.PageReader;
import io.riftwatch.ingest.fetch.FetchOutcome;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.Fetcher;
import io.riftwatch.ingest.parse.Entry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Reads the pages that entries link to, where the feed itself gives little text. */
@ApplicationScoped
class LinkedPages {

  private static final Logger LOG = Logger.getLogger(LinkedPages.class);

  private final Fetcher fetcher;
  private final PageReader reader;
  private final SiteBlocks blocks;
  private final ArticleConfig config;
  private final MeterRegistry meters;
  private final Timer extraction;

  LinkedPages(
      Fetcher fetcher,
      PageReader reader,
      SiteBlocks blocks,
      ArticleConfig config,
      MeterRegistry meters) {
    this.fetcher = fetcher;
    this.reader = reader;
    this.blocks = blocks;
    this.config = config;
    this.meters = meters;
    this.extraction = meters.timer("riftwatch.ingest.extract");
  }

  /** Whether the entry's page is to be read. */
  boolean areWanted(Source source, Entry entry) {
    return source.links() == Source.Links.READ
        && entry.url().isPresent()
        && entry.text().length() < config.fullTextBelow();
  }

  /** The entry's page; whatever goes wrong is part of the answer, the feed's text stands then. */
  Uni<PageOutcome> of(Source source, Entry entry) {
    Uni<PageOutcome> outcome =
        areWanted(source, entry)
            ? fetch(source, entry)
            : Uni.createFrom().item(new PageOutcome.NotWanted());
    return outcome.invoke(this::count);
  }

  /** Leaves a page to a later poll. */
  Uni<PageOutcome> putOff() {
    return Uni.createFrom()
        .<PageOutcome>item(new PageOutcome.PutOff("this poll reads enough other pages"))
        .invoke(this::count);
  }

  private void count(PageOutcome outcome) {
    meters.counter("riftwatch.ingest.pages", "outcome", outcome.label()).increment();
  }

  private Uni<PageOutcome> fetch(Source source, Entry entry) {
    return fetcher
        .page(entry.url().orElseThrow())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .chain(outcome -> read(entry, outcome))
        .chain(outcome -> withoutBoilerplate(source, outcome))
        .invoke(outcome -> tell(entry, outcome));
  }

  private Uni<PageOutcome> read(Entry entry, FetchOutcome outcome) {
    if (outcome instanceof Fetched fetched) {
      return Uni.createFrom()
          .item(() -> extraction.record(() -> extracted(fetched)))
          .<PageOutcome>map(PageOutcome.Read::new)
          .onFailure()
          .recoverWithItem(e -> unreadable(entry, e));
    }
    return Uni.createFrom().item(PageOutcome.without(outcome));
  }

  private Page extracted(Fetched fetched) {
    return reader.read(fetched.body(), fetched.contentType(), fetched.url());
  }

  private Uni<PageOutcome> withoutBoilerplate(Source source, PageOutcome outcome) {
    if (outcome instanceof PageOutcome.Read read) {
      return blocks
          .learn(source.outlet(), read.page())
          .map(boilerplate -> new PageOutcome.Read(read.page().without(boilerplate)));
    }
    return Uni.createFrom().item(outcome);
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
