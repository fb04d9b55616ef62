package io.riftwatch.alert.delivery;

import io.riftwatch.alert.channel.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A delivery as clients see it.
 *
 * @param dueAt when it is sent next; empty once it has ended
 * @param cause why it was not accepted, the last time
 * @param attempts in a list of deliveries their number alone is told, by {@link #attemptCount}
 */
public record DeliveryView(
    String id,
    String notification,
    String incident,
    String channel,
    String channelName,
    DeliveryState state,
    int attemptCount,
    Optional<Instant> dueAt,
    Instant createdAt,
    Optional<Instant> finishedAt,
    Optional<String> cause,
    List<Attempt> attempts) {

  /** One attempt and its receipt. */
  public record Attempt(
      int number,
      Instant at,
      long millis,
      Receipt.Outcome outcome,
      Optional<Integer> status,
      String note) {

    static Attempt of(AttemptEntity entity) {
      return new Attempt(
          entity.number,
          entity.startedAt,
          entity.durationMillis,
          entity.outcome,
          Optional.ofNullable(entity.status),
          entity.note);
    }
  }

  static DeliveryView of(DeliveryEntity entity, List<AttemptEntity> attempts) {
    return new DeliveryView(
        entity.id,
        entity.notificationId,
        entity.incidentId,
        entity.channelId,
        entity.channelName,
        entity.state,
        entity.attempts,
        Optional.of(entity.dueAt).filter(due -> entity.state == DeliveryState.PENDING),
        entity.createdAt,
        Optional.ofNullable(entity.finishedAt),
        Optional.ofNullable(entity.cause),
        attempts.stream().map(Attempt::of).toList());
  }
}
