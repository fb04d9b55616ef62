package io.riftwatch.classify.signal;

import io.riftwatch.classify.contract.Signal;
import io.riftwatch.runtime.database.JsonColumns;
import io.riftwatch.runtime.paging.Cursor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The store of signals: a projection of the topic, which can be built again from it. */
@ApplicationScoped
public class SignalStore {

  /**
   * Which signals are asked for; what is null is not asked.
   *
   * @param start where the page before ended
   */
  record Query(
      String type,
      String actor,
      String target,
      String status,
      String pair,
      String state,
      Cursor start) {}

  /** A signal that is published holds in place of one in review, whatever their ages. */
  private static final String INSERT =
      """
      insert into classify.signals as kept (id, type, actor, target, status, pair, published_at,
        article_id, revision, correction, withdrawn, published, body)
      values (:id, :type, cast(:actor as text), cast(:target as text), :status, :pair, :publishedAt,
        :article, :revision, :correction, :withdrawn, :published, :body)
      on conflict (id) do update set published_at = excluded.published_at,
        revision = excluded.revision, correction = excluded.correction,
        withdrawn = excluded.withdrawn, published = excluded.published, body = excluded.body
      where (excluded.published and not kept.published)
        or (excluded.published = kept.published
          and (excluded.revision, excluded.correction, excluded.withdrawn)
            > (kept.revision, kept.correction, kept.withdrawn))""";

  /** Follows from the state, and lets PostgreSQL look only at what was not published. */
  private static final String IN_REVIEW = " and s.published = false";

  private final Mutiny.SessionFactory sessions;
  private final JsonColumns json;

  SignalStore(Mutiny.SessionFactory sessions, JsonColumns json) {
    this.sessions = sessions;
    this.json = json;
  }

  /** Stores a published signal, unless one is stored of its id that it does not supersede. */
  Uni<Void> addPublished(Signal signal) {
    return add(signal, true);
  }

  /** Stores a signal that waits for a verdict, unless it was published or a later one waits. */
  Uni<Void> addToReview(Signal signal) {
    return add(signal, false);
  }

  private Uni<Void> add(Signal signal, boolean published) {
    return sessions
        .withTransaction(
            session ->
                session
                    .createNativeQuery(INSERT)
                    .setParameter("id", signal.id())
                    .setParameter("type", signal.type().name())
                    .setParameter("actor", signal.actor())
                    .setParameter("target", signal.target())
                    .setParameter("status", signal.status().name())
                    .setParameter("pair", Signal.pair(signal.actor(), signal.target()))
                    .setParameter("publishedAt", signal.source().publishedAt())
                    .setParameter("article", signal.source().articleId())
                    .setParameter("revision", signal.source().revision())
                    .setParameter("correction", signal.correction())
                    .setParameter("withdrawn", signal.withdrawn())
                    .setParameter("published", published)
                    .setParameter("body", json.write(signal, "signal " + signal.id()))
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** The signal of an id. */
  public Uni<Optional<JudgedSignal>> find(String id) {
    return sessions.withSession(
        session ->
            session
                .find(StoredSignal.class, id)
                .map(row -> Optional.ofNullable(row).map(this::judged)));
  }

  /** All signals of some articles, those in review and those withdrawn too. */
  public Uni<List<JudgedSignal>> ofArticles(Collection<String> articles) {
    return sessions.withSession(
        session ->
            session
                .createSelectionQuery(
                    "from StoredSignal s where s.articleId in (:articles) order by s.id",
                    StoredSignal.class)
                .setParameter("articles", articles)
                .getResultList()
                .map(rows -> rows.stream().map(this::judged).toList()));
  }

  /** The newest signals that answer the query, at most so many. */
  Uni<List<JudgedSignal>> list(Query query, int limit) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    StringBuilder hql = new StringBuilder("from StoredSignal s where 1 = 1");
    equal(hql, parameters, "type", query.type());
    equal(hql, parameters, "actor", query.actor());
    equal(hql, parameters, "target", query.target());
    equal(hql, parameters, "status", query.status());
    equal(hql, parameters, "pair", query.pair());
    equal(hql, parameters, "state", query.state());
    if (SignalState.REVIEW.name().equals(query.state())) {
      hql.append(IN_REVIEW);
    }
    hql.append(" and (s.publishedAt < :at or (s.publishedAt = :at and s.id < :last))");
    parameters.put("at", query.start().at());
    parameters.put("last", query.start().id());
    hql.append(" order by s.publishedAt desc, s.id desc");
    return sessions.withSession(
        session -> {
          Mutiny.SelectionQuery<StoredSignal> select =
              session.createSelectionQuery(hql.toString(), StoredSignal.class);
          parameters.forEach(select::setParameter);
          return select
              .setMaxResults(limit)
              .getResultList()
              .map(rows -> rows.stream().map(this::judged).toList());
        });
  }

  private static void equal(
      StringBuilder hql, Map<String, Object> parameters, String column, String value) {
    if (value != null) {
      hql.append(" and s.").append(column).append(" = :").append(column);
      parameters.put(column, value);
    }
  }

  private JudgedSignal judged(StoredSignal row) {
    return new JudgedSignal(
        json.read(row.body, Signal.class, "the stored signal " + row.id),
        SignalState.valueOf(row.state),
        row.published);
  }
}
