package io.riftwatch.alert.deadletter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A record of the topic of signals that could not be handled. */
@Entity(name = "DeadLetter")
@Table(name = "dead_letter", schema = "alert")
class DeadLetterEntity {

  /** The record's headers, by name. */
  record Headers(Map<String, String> values) {

    Headers {
      values = Map.copyOf(values);
    }
  }

  @Id String id;
  String key;
  byte[] body;

  @JdbcTypeCode(SqlTypes.JSON)
  Headers headers;

  String reason;

  @Column(name = "arrived_at")
  Instant arrivedAt;

  @Column(name = "replayed_at")
  Instant replayedAt;

  protected DeadLetterEntity() {}

  DeadLetterEntity(
      String id, String key, byte[] body, Headers headers, String reason, Instant arrivedAt) {
    this.id = id;
    this.key = key;
    this.body = body;
    this.headers = headers;
    this.reason = reason;
    this.arrivedAt = arrivedAt;
  }
}
