package io.riftwatch.alert.incident;

import io.riftwatch.classify.contract.Signal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A signal as it came. */
@Entity(name = "Signal")
@Table(name = "signal", schema = "alert")
class SignalEntity {

  @Id String id;
  String pair;

  @Column(name = "article_id")
  String articleId;

  int revision;

  @Column(name = "received_at")
  Instant receivedAt;

  @JdbcTypeCode(SqlTypes.JSON)
  Signal body;

  protected SignalEntity() {}

  SignalEntity(Signal signal, Instant receivedAt) {
    this.id = signal.id();
    this.pair = Signal.pair(signal.actor(), signal.target());
    this.articleId = signal.source().articleId();
    this.receivedAt = receivedAt;
    revise(signal);
  }

  void revise(Signal signal) {
    this.revision = signal.source().revision();
    this.body = signal;
  }
}
