package io.riftwatch.alert.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An incident as it is stored: whole, and beside it what lists are filtered by. */
@Entity(name = "Incident")
@Table(name = "incident", schema = "alert")
class IncidentEntity {

  @Id String id;
  String pair;
  int level;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Column(name = "last_report")
  LocalDate lastReport;

  @Column(name = "merged_into")
  String mergedInto;

  @JdbcTypeCode(SqlTypes.JSON)
  Incident body;

  protected IncidentEntity() {}

  IncidentEntity(Incident incident) {
    this.id = incident.id();
    this.pair = incident.pair();
    this.openedAt = incident.openedAt();
    update(incident);
  }

  void update(Incident incident) {
    this.level = incident.level();
    this.updatedAt = incident.updatedAt();
    this.lastReport = incident.lastReport();
    this.mergedInto = incident.mergedInto();
    this.body = incident;
  }
}
