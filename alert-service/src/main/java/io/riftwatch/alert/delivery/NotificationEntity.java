package io.riftwatch.alert.delivery;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An alert that was told, or is about to be. */
@Entity(name = "Notification")
@Table(name = "notification", schema = "alert")
class NotificationEntity {

  @Id String id;

  @Column(name = "incident_id")
  String incidentId;

  @Column(name = "measure_id")
  String measureId;

  @Enumerated(EnumType.STRING)
  Kind kind;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "seen_at")
  Instant seenAt;

  @JdbcTypeCode(SqlTypes.JSON)
  Alert body;

  protected NotificationEntity() {}

  NotificationEntity(Alert alert, Instant seenAt) {
    this.id = alert.id();
    this.incidentId = alert.incidentId();
    this.measureId = alert.changed().get(0).id();
    this.kind = alert.kind();
    this.createdAt = alert.occurredAt();
    this.seenAt = seenAt;
    this.body = alert;
  }
}
