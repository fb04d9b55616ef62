package io.riftwatch.alert.delivery;

import io.riftwatch.alert.channel.Receipt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** One attempt to send a delivery, and what became of it. */
@Entity(name = "Attempt")
@Table(name = "attempt", schema = "alert")
class AttemptEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "delivery_id")
  String deliveryId;

  int number;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "duration_millis")
  long durationMillis;

  @Enumerated(EnumType.STRING)
  Receipt.Outcome outcome;

  Integer status;
  String note;

  protected AttemptEntity() {}

  AttemptEntity(Claim claim, Receipt receipt, Instant startedAt, Instant endedAt) {
    this.deliveryId = claim.deliveryId();
    this.number = claim.attempt();
    this.startedAt = startedAt;
    this.durationMillis = Duration.between(startedAt, endedAt).toMillis();
    this.outcome = receipt.outcome();
    this.status = receipt.status().orElse(null);
    this.note = receipt.note();
  }
}
