package io.riftwatch.alert.delivery;

import io.riftwatch.alert.channel.Channels;
import io.riftwatch.alert.channel.Channels.Known;
import io.riftwatch.alert.channel.Receipt;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** The deliveries that are to be made, kept beside the incidents they tell of. */
@ApplicationScoped
public class Outbox {

  private static final String DUE_CHANNELS =
      """
      select distinct channel_id from alert.delivery
      where state = 'PENDING' and due_at <= :now
        and (claimed_until is null or claimed_until <= :now)
      """;

  /** Of one incident's deliveries on a channel the oldest goes first; the others wait for it. */
  private static final String CLAIM =
      """
      with due as materialized (
        select d.id from alert.delivery d
        where d.channel_id = :channel and d.state = 'PENDING' and d.due_at <= :now
          and (d.claimed_until is null or d.claimed_until <= :now)
          and not exists (
            select 1 from alert.delivery earlier
            where earlier.incident_id = d.incident_id and earlier.channel_id = d.channel_id
              and earlier.state = 'PENDING' and earlier.sequence < d.sequence)
        order by d.due_at, d.sequence
        limit :count
        for update skip locked)
      update alert.delivery d set claimed_until = :lease, attempts = d.attempts + 1
      from due where d.id = due.id
      returning d.id
      """;

  private final Transactions transactions;
  private final Channels channels;
  private final InstantSource clock;
  private final DeliveryConfig config;
  private final RetrySchedule schedule;

  Outbox(Transactions transactions, Channels channels, InstantSource clock, DeliveryConfig config) {
    this.transactions = transactions;
    this.channels = channels;
    this.clock = clock;
    this.config = config;
    this.schedule =
        new RetrySchedule(
            config.schedule(),
            config.jitter(),
            config.maxRetryAfter(),
            () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * Writes an alert and its deliveries, within the transaction that changed the incident. An alert
   * that was written before is not written again.
   *
   * @param seenAt when the article that caused it was read
   */
  public Uni<Void> write(Mutiny.Session session, Alert alert, Instant seenAt, List<Known> to) {
    return session
        .find(NotificationEntity.class, alert.id())
        .chain(
            known ->
                known != null
                    ? Uni.createFrom().voidItem()
                    : persist(session, new NotificationEntity(alert, seenAt), to));
  }

  private Uni<Void> persist(Mutiny.Session session, NotificationEntity alert, List<Known> to) {
    Instant due = alert.createdAt.plus(schedule.first());
    Stream<Object> deliveries = to.stream().map(channel -> new DeliveryEntity(alert, channel, due));
    return session
        .persist(alert)
        .chain(session::flush)
        .chain(() -> session.persistAll(deliveries.toArray()))
        .chain(session::flush);
  }

  /** Channels that something is due on. */
  Uni<List<String>> dueChannels() {
    return transactions.run(
        session ->
            session
                .createNativeQuery(DUE_CHANNELS, String.class)
                .setParameter("now", clock.instant())
                .getResultList());
  }

  /** Takes due deliveries of a channel; no other worker gets the same ones while the lease runs. */
  Uni<List<Claim>> claim(String channel, int count) {
    Instant now = clock.instant();
    return transactions.run(
        session ->
            session
                .createNativeQuery(CLAIM, String.class)
                .setParameter("channel", channel)
                .setParameter("now", now)
                .setParameter("lease", now.plus(config.lease()))
                .setParameter("count", count)
                .getResultList()
                .chain(ids -> claims(session, channel, ids)));
  }

  private Uni<List<Claim>> claims(Mutiny.Session session, String channel, List<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return channels
        .find(session, channel)
        .chain(known -> deliveries(session, ids).chain(all -> claims(session, all, known)));
  }

  private static Uni<List<DeliveryEntity>> deliveries(Mutiny.Session session, List<String> ids) {
    return session
        .createSelectionQuery(
            "from Delivery where id in (:ids) order by dueAt, sequence", DeliveryEntity.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  private static Uni<List<Claim>> claims(
      Mutiny.Session session, List<DeliveryEntity> deliveries, Optional<Known> channel) {
    return alerts(session, deliveries)
        .map(
            alerts ->
                deliveries.stream()
                    .map(d -> claim(d, alerts.get(d.notificationId), channel))
                    .toList());
  }

  private static Uni<Map<String, NotificationEntity>> alerts(
      Mutiny.Session session, List<DeliveryEntity> deliveries) {
    return session
        .createQuery("from Notification where id in (:ids)", NotificationEntity.class)
        .setParameter("ids", deliveries.stream().map(d -> d.notificationId).toList())
        .getResultList()
        .map(all -> all.stream().collect(Collectors.toMap(n -> n.id, Function.identity())));
  }

  private static Claim claim(
      DeliveryEntity delivery, NotificationEntity alert, Optional<Known> channel) {
    return new Claim(
        delivery.id,
        delivery.attempts,
        alert.body,
        alert.seenAt,
        delivery.channelId,
        channel.map(Known::settings));
  }

  /**
   * Takes note of what became of a claim.
   *
   * @return where the delivery stands; empty when the lease ran out and another worker took it
   */
  Uni<Optional<DeliveryState>> settle(Claim claim, Receipt receipt, Instant startedAt) {
    Instant now = clock.instant();
    return transactions.run(
        session ->
            session
                .find(DeliveryEntity.class, claim.deliveryId(), LockMode.PESSIMISTIC_WRITE)
                .chain(
                    delivery -> {
                      if (delivery.attempts != claim.attempt()) {
                        return Uni.createFrom().item(Optional.empty());
                      }
                      delivery.settle(receipt, schedule, now);
                      return session
                          .persist(new AttemptEntity(claim, receipt, startedAt, now))
                          .replaceWith(() -> Optional.of(delivery.state));
                    }));
  }
}
