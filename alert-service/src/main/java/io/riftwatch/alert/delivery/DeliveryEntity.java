package io.riftwatch.alert.delivery;

import io.riftwatch.alert.channel.Channels.Known;
import io.riftwatch.alert.channel.Receipt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One notification on one channel. */
@Entity(name = "Delivery")
@Table(name = "delivery", schema = "alert")
class DeliveryEntity {

  @Id String id;

  /** Grows in the order in which deliveries were written. */
  @Column(insertable = false, updatable = false)
  Long sequence;

  @Column(name = "notification_id")
  String notificationId;

  @Column(name = "incident_id")
  String incidentId;

  @Column(name = "channel_id")
  String channelId;

  @Column(name = "channel_name")
  String channelName;

  @Enumerated(EnumType.STRING)
  DeliveryState state;

  /** Attempts begun. */
  int attempts;

  /** Attempts begun before an operator had it sent again. */
  @Column(name = "attempts_before")
  int attemptsBefore;

  @Column(name = "due_at")
  Instant dueAt;

  @Column(name = "claimed_until")
  Instant claimedUntil;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "finished_at")
  Instant finishedAt;

  String cause;

  protected DeliveryEntity() {}

  DeliveryEntity(NotificationEntity notification, Known channel, Instant dueAt) {
    this.id = "del-" + notification.id + "-" + channel.id();
    this.notificationId = notification.id;
    this.incidentId = notification.incidentId;
    this.channelId = channel.id();
    this.channelName = channel.name();
    this.state = DeliveryState.PENDING;
    this.dueAt = dueAt;
    this.createdAt = notification.createdAt;
  }

  /** Takes note of what became of the latest attempt. */
  void settle(Receipt receipt, RetrySchedule schedule, Instant now) {
    claimedUntil = null;
    receipt.match(
        accepted -> finish(DeliveryState.DELIVERED, null, now),
        retry -> again(retry, schedule.after(attempts - attemptsBefore, retry.after()), now),
        refused -> finish(DeliveryState.DEAD, described(refused), now));
  }

  /** Sends it again, as if it were new. */
  void replay(Instant now) {
    state = DeliveryState.PENDING;
    attemptsBefore = attempts;
    dueAt = now;
    finishedAt = null;
  }

  private DeliveryState again(Receipt.Retry retry, Optional<Duration> pause, Instant now) {
    if (pause.isEmpty()) {
      return finish(DeliveryState.DEAD, described(retry), now);
    }
    cause = described(retry);
    dueAt = now.plus(pause.get());
    return state;
  }

  private DeliveryState finish(DeliveryState end, String because, Instant now) {
    state = end;
    cause = because;
    finishedAt = now;
    return end;
  }

  private static String described(Receipt receipt) {
    return receipt.status().map(s -> "HTTP " + s + ": " + receipt.note()).orElse(receipt.note());
  }
}
