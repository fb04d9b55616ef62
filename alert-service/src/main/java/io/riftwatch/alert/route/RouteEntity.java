package io.riftwatch.alert.route;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A route as it is stored. */
@Entity(name = "Route")
@Table(name = "route", schema = "alert")
class RouteEntity {

  @Id String id;
  String name;
  int position;

  @JdbcTypeCode(SqlTypes.JSON)
  Route body;

  protected RouteEntity() {}

  RouteEntity(String id, String name, int position, Route body) {
    this.id = id;
    this.name = name;
    this.position = position;
    this.body = body;
  }
}
