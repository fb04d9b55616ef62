package io.riftwatch.classify.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the store: what is asked for in columns, the whole signal as JSON beside it. */
@Entity
@Table(name = "signals", schema = "classify")
class StoredSignal {

  @Id String id;

  String type;

  String actor;

  String target;

  String status;

  String pair;

  @Column(name = "published_at")
  Instant publishedAt;

  @Column(name = "article_id")
  String articleId;

  String body;
}
