package io.riftwatch.alert.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A channel as it is stored. */
@Entity(name = "Channel")
@Table(name = "channel", schema = "alert")
class ChannelEntity {

  @Id String id;
  String name;

  @Column(name = "created_at")
  Instant createdAt;

  @JdbcTypeCode(SqlTypes.JSON)
  ChannelSettings settings;

  protected ChannelEntity() {}

  ChannelEntity(String id, String name, Instant createdAt, ChannelSettings settings) {
    this.id = id;
    this.name = name;
    this.createdAt = createdAt;
    this.settings = settings;
  }
}
