package io.riftwatch.ingest.schedule;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Writes where polled feeds stand and gives their claims back. What ends while one statement is
 * under way is written together by the next, so that a poll alone is written at once and thousands
 * share few transactions.
 */
@ApplicationScoped
class Settlements {

  /** Only the holder of a claim may write; who made the feed due meanwhile is heeded. */
  private static final String SETTLE =
      """
      UPDATE ingest.feed SET claim = NULL, claimed_until = NULL,
        next_poll_at = CASE WHEN feed.next_poll_at IS DISTINCT FROM s.was_due_at
          THEN least(feed.next_poll_at, s.next_poll_at) ELSE s.next_poll_at END,
        last_polled_at = s.last_polled_at, etag = s.etag, last_modified = s.last_modified,
        failures = s.failures,
        failing_since = CASE WHEN s.failures > 0
          THEN coalesce(feed.failing_since, s.last_polled_at) END,
        news_seen_at = CASE WHEN s.last_news_at IS DISTINCT FROM feed.last_news_at
          THEN now() ELSE feed.news_seen_at END,
        last_error = s.last_error, last_status = s.last_status,
        retired_at = s.retired_at, rhythm = s.rhythm, last_news_at = s.last_news_at,
        asked_pause = s.asked_pause, skip_hours = s.skip_hours, skip_days = s.skip_days,
        moved_to = s.moved_to, moved_since = s.moved_since, moved_answers = s.moved_answers,
        warning = s.warning
      FROM jsonb_to_recordset($1) AS s (
      """
          + FeedRow.COLUMNS
          + ") WHERE feed.id = s.id AND feed.claim = s.claim";

  /** A poll that ended, and who waits for it to be written. */
  private record Settlement(JsonObject row, UniEmitter<? super Void> emitter) {

    void ends(Optional<Throwable> failure) {
      failure.ifPresentOrElse(emitter::fail, () -> emitter.complete(null));
    }
  }

  private final Pool database;
  private final PollConfig config;
  private final Queue<Settlement> waiting = new ArrayDeque<>();
  private boolean writing;

  Settlements(Pool database, PollConfig config) {
    this.database = database;
    this.config = config;
  }

  /**
   * Writes where a feed stands and gives its claim back; nothing, where the claim is lost.
   *
   * @param warning what an operator should look at although the feed is read
   * @return when it is committed
   */
  Uni<Void> settle(ClaimedFeed feed, PollState state, Optional<String> warning) {
    JsonObject row = FeedRow.settled(feed, state, warning);
    return Uni.createFrom().emitter(emitter -> add(new Settlement(row, emitter)));
  }

  private void add(Settlement settlement) {
    synchronized (this) {
      waiting.add(settlement);
    }
    writeNext();
  }

  private void writeNext() {
    List<Settlement> batch = next();
    if (!batch.isEmpty()) {
      write(batch).subscribe().with(done -> ended(batch, Optional.empty()), e -> failed(batch, e));
    }
  }

  private synchronized List<Settlement> next() {
    List<Settlement> batch = new ArrayList<>();
    while (!writing && !waiting.isEmpty() && batch.size() < config.settleBatch()) {
      batch.add(waiting.remove());
    }
    writing |= !batch.isEmpty();
    return batch;
  }

  private Uni<Void> write(List<Settlement> batch) {
    JsonArray rows = new JsonArray();
    batch.forEach(settlement -> rows.add(settlement.row()));
    return database.preparedQuery(SETTLE).execute(Tuple.of(rows)).replaceWithVoid();
  }

  private void ended(List<Settlement> batch, Optional<Throwable> failure) {
    batch.forEach(settlement -> settlement.ends(failure));
    synchronized (this) {
      writing = false;
    }
    writeNext();
  }

  /** One row that the database refuses must not hold up the others: each is tried by itself. */
  private void failed(List<Settlement> batch, Throwable cause) {
    if (batch.size() > 1 && cause instanceof PgException) {
      oneByOne(batch);
    } else {
      ended(batch, Optional.of(cause));
    }
  }

  private void oneByOne(List<Settlement> batch) {
    if (batch.isEmpty()) {
      ended(batch, Optional.empty());
      return;
    }
    Settlement first = batch.get(0);
    List<Settlement> rest = batch.subList(1, batch.size());
    write(List.of(first))
        .subscribe()
        .with(
            done -> {
              first.ends(Optional.empty());
              oneByOne(rest);
            },
            e -> {
              first.ends(Optional.of(e));
              oneByOne(rest);
            });
  }
}
