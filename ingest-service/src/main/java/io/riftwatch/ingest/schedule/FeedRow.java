package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.article.Source.Links;
import io.riftwatch.ingest.article.Source.Said;
import io.riftwatch.ingest.fetch.Validators;
import io.riftwatch.ingest.websub.Delivery;
import io.riftwatch.runtime.database.Rows;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a feed stands, to and from its row. */
final class FeedRow {

  /** What {@link #settled} writes, as PostgreSQL reads it. */
  static final String COLUMNS =
      """
      id uuid, claim uuid, was_due_at timestamptz, next_poll_at timestamptz, last_polled_at timestamptz, etag text,
      last_modified text, failures integer, last_error text, last_status integer,
      retired_at timestamptz, rhythm bigint, last_news_at timestamptz, asked_pause bigint,
      skip_hours integer[], skip_days integer[], moved_to text, moved_since timestamptz,
      moved_answers integer, warning text
      """;

  private FeedRow() {}

  static ClaimedFeed claimed(Row row) {
    return new ClaimedFeed(
        row.getUUID("id"),
        row.getUUID("claim"),
        URI.create(row.getString("url")),
        new Said(
            row.getString("outlet"),
            row.getString("title"),
            Optional.ofNullable(row.getString("language")),
            row.getBoolean("full_text") ? Links.READ : Links.LEAVE),
        Optional.ofNullable(row.getString("poll_interval")).map(Duration::parse),
        Delivery.valueOf(row.getString("delivery")),
        state(row));
  }

  private static PollState state(Row row) {
    return new PollState(
        row.getOffsetDateTime("next_poll_at").toInstant(),
        Rows.instant(row, "last_polled_at"),
        new Validators(
            Optional.ofNullable(row.getString("etag")),
            Optional.ofNullable(row.getString("last_modified"))),
        row.getInteger("failures"),
        Optional.ofNullable(row.getString("last_error")),
        Stream.ofNullable(row.getInteger("last_status")).mapToInt(s -> s).findFirst(),
        Rows.instant(row, "retired_at"),
        new Rhythm(
            Optional.ofNullable(row.getLong("rhythm")).map(Duration::ofSeconds),
            Rows.instant(row, "last_news_at")),
        hints(row),
        Optional.ofNullable(row.getString("moved_to"))
            .map(
                to ->
                    new Move(
                        URI.create(to),
                        Rows.instant(row, "moved_since").orElseThrow(),
                        row.getInteger("moved_answers"))));
  }

  private static Hints hints(Row row) {
    Long pause = row.getLong("asked_pause");
    return new Hints(
        pause == null ? Duration.ZERO : Duration.ofSeconds(pause),
        numbers(row, "skip_hours").collect(Collectors.toSet()),
        numbers(row, "skip_days").map(DayOfWeek::of).collect(Collectors.toSet()));
  }

  private static Stream<Integer> numbers(Row row, String column) {
    return Stream.ofNullable(row.getArrayOfIntegers(column)).flatMap(Arrays::stream);
  }

  /** The state as one record of {@link #COLUMNS}. */
  static JsonObject settled(ClaimedFeed feed, PollState state, Optional<String> warning) {
    Hints hints = state.hints();
    OptionalInt status = state.lastStatus();
    return new JsonObject()
        .put("id", feed.id().toString())
        .put("claim", feed.claim().toString())
        .put("was_due_at", feed.state().nextPollAt().toString())
        .put("next_poll_at", state.nextPollAt().toString())
        .put("last_polled_at", text(state.lastPolledAt()))
        .put("etag", text(state.validators().etag()))
        .put("last_modified", text(state.validators().lastModified()))
        .put("failures", state.failures())
        .put("last_error", text(state.lastError()))
        .put("last_status", status.isPresent() ? status.getAsInt() : null)
        .put("retired_at", text(state.retiredAt()))
        .put("rhythm", state.rhythm().gap().map(Duration::toSeconds).orElse(null))
        .put("last_news_at", text(state.rhythm().lastNewsAt()))
        .put("asked_pause", hints.pause().isZero() ? null : hints.pause().toSeconds())
        .put("skip_hours", array(hints.skipHours()))
        .put("skip_days", array(days(hints.skipDays())))
        .put("moved_to", text(state.move().map(Move::to)))
        .put("moved_since", text(state.move().map(Move::since)))
        .put("moved_answers", state.move().map(Move::answers).orElse(null))
        .put("warning", text(warning));
  }

  private static Set<Integer> days(Set<DayOfWeek> days) {
    return days.stream().map(DayOfWeek::getValue).collect(Collectors.toSet());
  }

  private static JsonArray array(Collection<Integer> numbers) {
    return numbers.isEmpty() ? null : new JsonArray(numbers.stream().sorted().toList());
  }

  /** PostgreSQL holds no NUL in a text. */
  private static String text(Optional<?> value) {
    return value.map(Object::toString).map(text -> text.replace("\0", "")).orElse(null);
  }
}
