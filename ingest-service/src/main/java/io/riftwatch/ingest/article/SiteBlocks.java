package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.Page;
import io.riftwatch.ingest.extract.SiteBoilerplate;
import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Learns in PostgreSQL which lines recur on the pages of a site, from the pages that are read. */
@ApplicationScoped
class SiteBlocks {

  /** Whoever counts holds the site's row, so that no two wait for each other's lines. */
  private static final String COUNT =
      """
      WITH counted AS (
        INSERT INTO ingest.site AS known (name, pages, last_page) VALUES ($1, 1, $2)
        ON CONFLICT (name) DO UPDATE SET last_page = EXCLUDED.last_page,
          pages = known.pages + (known.last_page <> EXCLUDED.last_page)::int
        RETURNING pages),
      held AS (
        INSERT INTO ingest.site_block AS known (site, hash, pages, since, last_page, last_seen)
        SELECT $1, line.hash, 1, counted.pages, $2, $4
        FROM counted CROSS JOIN unnest($3::text[]) AS line (hash)
        ON CONFLICT (site, hash) DO UPDATE SET last_page = EXCLUDED.last_page,
          last_seen = EXCLUDED.last_seen,
          pages = known.pages + (known.last_page <> EXCLUDED.last_page)::int
        RETURNING hash, pages, since)
      SELECT held.hash FROM held CROSS JOIN counted
      WHERE held.pages >= $5 AND held.pages >= $6::float8 * (counted.pages - held.since + 1)
      """;

  private static final String FORGET =
      """
      DELETE FROM ingest.site_block WHERE site = $1 AND hash IN (
        SELECT hash FROM ingest.site_block WHERE site = $1
        ORDER BY last_seen DESC, hash OFFSET $2)
      """;

  private final Pool database;
  private final InstantSource clock;
  private final ExtractConfig config;

  SiteBlocks(Pool database, InstantSource clock, ExtractConfig config) {
    this.database = database;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Counts a page's lines among those of its site.
   *
   * @param site the outlet's name
   * @return those of the page's lines that recur on the site
   */
  Uni<SiteBoilerplate> learn(String site, Page page) {
    Set<String> hashes = SiteBoilerplate.hashes(page.text());
    if (hashes.isEmpty()) {
      return Uni.createFrom().item(SiteBoilerplate.NONE);
    }
    return database
        .preparedQuery(COUNT)
        .execute(counted(site, page, hashes))
        .map(SiteBlocks::recurring)
        .call(() -> forget(site));
  }

  private Tuple counted(String site, Page page, Set<String> hashes) {
    return Tuple.tuple()
        .addString(site)
        .addString(Digest.of(page.canonicalUrl().toString()))
        .addArrayOfString(hashes.toArray(String[]::new))
        .addOffsetDateTime(Rows.utc(clock.instant()))
        .addInteger(config.boilerplatePages())
        .addDouble(config.boilerplateShare());
  }

  private Uni<Void> forget(String site) {
    return database
        .preparedQuery(FORGET)
        .execute(Tuple.of(site, config.boilerplateLines()))
        .replaceWithVoid();
  }

  private static SiteBoilerplate recurring(RowSet<Row> rows) {
    return new SiteBoilerplate(
        Rows.stream(rows).map(row -> row.getString("hash")).collect(Collectors.toSet()));
  }
}
