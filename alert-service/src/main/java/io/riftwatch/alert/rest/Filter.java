package io.riftwatch.alert.rest;

import io.riftwatch.runtime.paging.Cursor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** A query over a list that runs from the newest to the oldest, with the conditions asked for. */
public final class Filter {

  private final String entity;
  private final String time;
  private final StringBuilder conditions = new StringBuilder();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  private Filter(String entity, String time) {
    this.entity = entity;
    this.time = time;
  }

  /**
   * @param entity name of the entity
   * @param time its attribute that the list runs along
   */
  public static Filter of(String entity, String time) {
    return new Filter(entity, time);
  }

  /** Only items whose attribute has the value; all where the value is absent. */
  public Filter equal(String attribute, Object value) {
    return value == null ? this : and(attribute + " = :" + attribute, attribute, value);
  }

  /** Only items that meet a condition. */
  public Filter where(String condition) {
    conditions.append(" and ").append(condition);
    return this;
  }

  /** Only items that meet a condition on a parameter; all where the value is absent. */
  public Filter where(String condition, String parameter, Object value) {
    return value == null ? this : and(condition, parameter, value);
  }

  private Filter and(String condition, String parameter, Object value) {
    parameters.put(parameter, value);
    return where(condition);
  }

  /** The query, for one row more than the page holds. */
  public <T> Mutiny.SelectionQuery<T> query(Mutiny.Session session, Class<T> type, Paging paging) {
    Cursor start = paging.start();
    String text =
        "from %1$s where (%2$s < :cursorAt or %2$s = :cursorAt and id < :cursorId)%3$s"
            + " order by %2$s desc, id desc";
    Mutiny.SelectionQuery<T> query =
        session
            .createSelectionQuery(text.formatted(entity, time, conditions), type)
            .setParameter("cursorAt", start.at())
            .setParameter("cursorId", start.id())
            .setMaxResults(paging.rows());
    parameters.forEach(query::setParameter);
    return query;
  }
}
