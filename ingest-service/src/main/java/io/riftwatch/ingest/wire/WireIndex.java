package io.riftwatch.ingest.wire;

import io.riftwatch.runtime.database.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of the last days by their bands, in PostgreSQL, where all replicas find each other's.
 * Copies share bands, and whoever is taken in holds a lock on each of its own: so of two copies
 * that two replicas read in one instant, one sees the other.
 */
@ApplicationScoped
public class WireIndex {

  private static final String NEAR =
      "SELECT ref, wire_group, hashes, figures FROM ingest.wire_near($1, $2, $3, $4, $5)";

  private static final String JOIN =
      "SELECT * FROM ingest.wire_join($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

  private static final String NO_ARTICLE = "";

  /** A text near another, as it was when it was compared. */
  private record Judged(long ref, String group, boolean isCopied) {}

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
    return join(articleId, sketch, new TreeMap<>());
  }

  /** The group of the earliest text that this one is a copy of; nothing is taken in. */
  public Uni<Optional<String>> find(String title, String text) {
    Sketch sketch = rules.sketch(title, text);
    Tuple asked =
        Tuple.of(sketch.bands(), config.perBand(), config.candidates(), windowStart(), NO_ARTICLE);
    return database
        .preparedQuery(NEAR)
        .execute(asked)
        .map(rows -> Rows.stream(rows).map(row -> judged(row, sketch)))
        .map(near -> near.filter(Judged::isCopied).map(Judged::group).findFirst());
  }

  /**
   * Joins, once all texts that are near it have been judged: the database gives those that were
   * not, or that changed their group, and takes nothing in until there are none.
   *
   * @param judged by age
   */
  private Uni<String> join(String articleId, Sketch sketch, SortedMap<Long, Judged> judged) {
    return database
        .preparedQuery(JOIN)
        .execute(joining(articleId, sketch, judged))
        .map(rows -> Rows.stream(rows).toList())
        .chain(
            rows -> {
              String group = rows.get(0).getString("joined");
              if (group != null) {
                return Uni.createFrom().item(group);
              }
              rows.stream()
                  .map(row -> judged(row, sketch))
                  .forEach(near -> judged.put(near.ref(), near));
              return join(articleId, sketch, judged);
            });
  }

  private Tuple joining(String articleId, Sketch sketch, SortedMap<Long, Judged> judged) {
    Collection<Judged> near = judged.values();
    String proposed =
        near.stream().filter(Judged::isCopied).map(Judged::group).findFirst().orElse(articleId);
    return Tuple.tuple()
        .addString(articleId)
        .addArrayOfInteger(sketch.hashes())
        .addArrayOfInteger(sketch.figures())
        .addInteger(Sketch.BANDS)
        .addString(proposed)
        .addArrayOfLong(near.stream().map(Judged::ref).toArray(Long[]::new))
        .addArrayOfString(near.stream().map(Judged::group).toArray(String[]::new))
        .addInteger(config.perBand())
        .addInteger(config.candidates())
        .addOffsetDateTime(windowStart())
        .addOffsetDateTime(Rows.utc(clock.instant()));
  }

  private Judged judged(Row row, Sketch sketch) {
    Sketch near = Sketch.of(row.getArrayOfIntegers("hashes"), row.getArrayOfIntegers("figures"));
    boolean isCopied = rules.areCopies(sketch.likeness(near));
    return new Judged(row.getLong("ref"), row.getString("wire_group"), isCopied);
  }

  private OffsetDateTime windowStart() {
    return Rows.utc(clock.instant().minus(config.window()));
  }
}
