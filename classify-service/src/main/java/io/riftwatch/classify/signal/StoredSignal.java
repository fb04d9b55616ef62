package io.riftwatch.classify.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/**
 * A row of the store: what is asked for in columns, the whole signal as JSON beside it. It is read
 * only.
 */
@Entity
@Immutable
@Table(name = "judged_signals", schema = "classify")
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

  String state;

  boolean published;

  String body;
}
