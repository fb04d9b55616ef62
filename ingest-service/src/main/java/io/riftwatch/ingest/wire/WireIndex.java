package io.riftwatch.ingest.wire;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The texts of the last days by their bands, in PostgreSQL, where all replicas find each other's.
 * Copies share bands, and whoever joins holds a lock on each of its own: so of two copies that two
 * replicas read in one instant, one sees the other.
 */
@ApplicationScoped
public class WireIndex {

  /** Ascending, so that no two wait for each other. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock($1, hash) FROM unnest($2::int[]) AS band (hash)";

  /** The group of an article that is indexed, and whether others share it. */
  private static final String STANDING =
      """
      SELECT wire_group, wire_group <> article_id OR EXISTS (
          SELECT FROM ingest.wire_text other
          WHERE other.wire_group = own.article_id AND other.article_id <> own.article_id) AS shared
      FROM ingest.wire_text own WHERE article_id = $1
      """;

  /** What a look-up asks; public for its plan to be looked at. */
  public static final String NEAR =
      """
      SELECT text.wire_group, text.hashes, text.figures
      FROM (
        SELECT found.ref, count(*) AS shared
        FROM unnest($1::int[]) AS wanted (hash)
        CROSS JOIN LATERAL (
          SELECT ref FROM ingest.wire_band WHERE hash = wanted.hash ORDER BY ref DESC LIMIT $2
        ) found
        GROUP BY found.ref ORDER BY shared DESC, found.ref LIMIT $3
      ) near
      JOIN ingest.wire_text text ON text.ref = near.ref
      WHERE text.seen_at > $4 AND text.article_id <> $5
      ORDER BY text.ref
      """;

  private static final String KEEP =
      """
      WITH kept AS (
        INSERT INTO ingest.wire_text (article_id, wire_group, seen_at, hashes, figures)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (article_id) DO UPDATE SET wire_group = EXCLUDED.wire_group,
          hashes = EXCLUDED.hashes, figures = EXCLUDED.figures
        RETURNING ref)
      INSERT INTO ingest.wire_band (hash, ref) SELECT band.hash, kept.ref
      FROM kept CROSS JOIN unnest($6::int[]) AS band (hash)
      ON CONFLICT DO NOTHING
      """;

  private static final String FORGET =
      """
      DELETE FROM ingest.wire_band band USING ingest.wire_text text
      WHERE text.article_id = $1 AND band.ref = text.ref AND band.hash = ANY(text.hashes[1:$2])
      """;

  /** Tells the locks of bands from other advisory locks. */
  private static final int LOCKS = 0x77697265;

  private static final String NO_ARTICLE = "";

  private record Standing(String group, boolean shared) {}

  private final Pool database;
  private final InstantSource clock;
  private final WireConfig config;
  private final WireRules rules;

  public WireIndex(Pool database, InstantSource clock, WireConfig config) {
    this.database = database;
    this.clock = clock;
    this.config = config;
    this.rules = config.rules();
  }

  /** What an article is compared by. */
  public Sketch sketch(String title, String text) {
    return rules.sketch(title, text);
  }

  /**
   * Takes an article in and tells its group: that of the earliest text it is a copy of, else its
   * own id. Asked again for an article, it answers the same; an edited one may join a group only
   * while it stands alone.
   */
  public Uni<String> join(String articleId, Sketch sketch) {
    if (sketch.isEmpty()) {
      return Uni.createFrom().item(articleId);
    }
    return database.withTransaction(connection -> join(connection, articleId, sketch));
  }

  /** The group of the earliest text that this one is a copy of; nothing is taken in. */
  public Uni<Optional<String>> find(String title, String text) {
    return copied(database, NO_ARTICLE, rules.sketch(title, text));
  }

  private Uni<String> join(SqlConnection connection, String articleId, Sketch sketch) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(LOCKS, sketch.bands()))
        .chain(() -> standing(connection, articleId))
        .chain(standing -> group(connection, articleId, sketch, standing))
        .call(group -> keep(connection, articleId, sketch, group));
  }

  private static Uni<Optional<Standing>> standing(SqlConnection connection, String articleId) {
    return connection
        .preparedQuery(STANDING)
        .execute(Tuple.of(articleId))
        .map(rows -> stream(rows).map(WireIndex::standing).findFirst());
  }

  private Uni<String> group(
      SqlConnection connection, String articleId, Sketch sketch, Optional<Standing> standing) {
    if (standing.isPresent() && standing.get().shared()) {
      return Uni.createFrom().item(standing.get().group());
    }
    return copied(connection, articleId, sketch).map(group -> group.orElse(articleId));
  }

  private Uni<Optional<String>> copied(SqlClient client, String articleId, Sketch sketch) {
    return client
        .preparedQuery(NEAR)
        .execute(
            Tuple.of(
                sketch.bands(), config.perBand(), config.candidates(), windowStart(), articleId))
        .map(rows -> copied(rows, sketch));
  }

  private Optional<String> copied(RowSet<Row> near, Sketch sketch) {
    return stream(near)
        .filter(row -> rules.areCopies(sketch.likeness(stored(row))))
        .map(row -> row.getString("wire_group"))
        .findFirst();
  }

  private Uni<Void> keep(SqlConnection connection, String articleId, Sketch sketch, String group) {
    Tuple row =
        Tuple.tuple()
            .addString(articleId)
            .addString(group)
            .addOffsetDateTime(utc(clock.instant()))
            .addArrayOfInteger(sketch.hashes())
            .addArrayOfInteger(sketch.figures())
            .addArrayOfInteger(sketch.bands());
    return connection
        .preparedQuery(FORGET)
        .execute(Tuple.of(articleId, Sketch.BANDS))
        .chain(() -> connection.preparedQuery(KEEP).execute(row))
        .replaceWithVoid();
  }

  private OffsetDateTime windowStart() {
    return utc(clock.instant().minus(config.window()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Standing standing(Row row) {
    return new Standing(row.getString("wire_group"), row.getBoolean("shared"));
  }

  private static Sketch stored(Row row) {
    return Sketch.of(row.getArrayOfIntegers("hashes"), row.getArrayOfIntegers("figures"));
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
