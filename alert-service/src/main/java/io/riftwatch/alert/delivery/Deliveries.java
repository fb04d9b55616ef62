package io.riftwatch.alert.delivery;

import io.riftwatch.alert.contract.Alert;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was told of incidents, and how it got there. */
@ApplicationScoped
public class Deliveries {

  /** The alerts told of an incident, oldest first. */
  public Uni<List<Alert>> alertsOf(Mutiny.Session session, String incident) {
    return session
        .createQuery(
            "from Notification where incidentId = :incident order by createdAt, id",
            NotificationEntity.class)
        .setParameter("incident", incident)
        .getResultList()
        .map(all -> all.stream().map(notification -> notification.body).toList());
  }

  /** The alerts told of measures, oldest first. */
  public Uni<List<Alert>> alertsAbout(Mutiny.Session session, Collection<String> measures) {
    return session
        .createQuery(
            "from Notification where measureId in (:measures) order by createdAt, id",
            NotificationEntity.class)
        .setParameter("measures", measures)
        .getResultList()
        .map(all -> all.stream().map(notification -> notification.body).toList());
  }

  /** The deliveries of alerts with their attempts, oldest first. */
  public Uni<List<DeliveryView>> of(Mutiny.Session session, Collection<String> alerts) {
    return session
        .createQuery(
            "from Delivery where notificationId in (:alerts) order by createdAt, id",
            DeliveryEntity.class)
        .setParameter("alerts", alerts)
        .getResultList()
        .chain(deliveries -> withAttempts(session, deliveries));
  }

  static Uni<List<DeliveryView>> withAttempts(
      Mutiny.Session session, List<DeliveryEntity> deliveries) {
    return session
        .createQuery(
            "from Attempt where deliveryId in (:deliveries) order by number", AttemptEntity.class)
        .setParameter("deliveries", deliveries.stream().map(d -> d.id).toList())
        .getResultList()
        .map(attempts -> views(deliveries, attempts));
  }

  private static List<DeliveryView> views(
      List<DeliveryEntity> deliveries, List<AttemptEntity> attempts) {
    Map<String, List<AttemptEntity>> byDelivery =
        attempts.stream().collect(Collectors.groupingBy(attempt -> attempt.deliveryId));
    return deliveries.stream()
        .map(d -> DeliveryView.of(d, byDelivery.getOrDefault(d.id, List.of())))
        .toList();
  }
}
