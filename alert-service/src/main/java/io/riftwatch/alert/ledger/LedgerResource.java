package io.riftwatch.alert.ledger;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.database.Transactions;
import io.riftwatch.alert.delivery.Deliveries;
import io.riftwatch.alert.delivery.DeliveryView;
import io.riftwatch.alert.incident.Traces;
import io.riftwatch.alert.incident.Traces.Trace;
import io.riftwatch.alert.rest.Paging;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Listing;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Follows a report all the way: article, signal, measure, notification, attempt, receipt. */
@Path("/api/v1/ledger")
public class LedgerResource {

  private final Transactions transactions;
  private final Traces traces;
  private final Deliveries deliveries;

  LedgerResource(Transactions transactions, Traces traces, Deliveries deliveries) {
    this.transactions = transactions;
    this.traces = traces;
    this.deliveries = deliveries;
  }

  /** All that followed from an article; notifications are those about its measures. */
  record Ledger(String article, List<Trace> signals, List<Notification> notifications) {}

  /** An alert in the ledger, with its deliveries and their attempts. */
  record Notification(
      String id,
      Kind kind,
      String incident,
      List<String> measures,
      String headline,
      Instant at,
      List<DeliveryView> deliveries) {}

  @GET
  public Uni<Ledger> ofArticle(@QueryParam("article") @NotBlank String article) {
    return transactions.run(
        session ->
            traces
                .ofArticle(session, article)
                .chain(
                    signals ->
                        notifications(session, signals)
                            .map(told -> new Ledger(article, signals, told))));
  }

  /**
   * The latest signals and where they led.
   *
   * @param unnamed true for those alone that do not name both states, and so lead nowhere
   */
  @GET
  @Path("signals")
  public Uni<Listing<Trace>> signals(
      @QueryParam("pair") Optional<String> pair,
      @QueryParam("unnamed") Optional<Boolean> unnamed,
      @Valid @BeanParam Paging paging) {
    return transactions
        .run(session -> traces.latest(session, pair, unnamed, paging))
        .map(
            rows ->
                Listing.of(
                    rows,
                    paging.limit(),
                    trace -> trace,
                    trace -> new Cursor(trace.receivedAt(), trace.signal().id()).encode()));
  }

  private Uni<List<Notification>> notifications(Mutiny.Session session, List<Trace> signals) {
    List<String> measures =
        signals.stream().flatMap(trace -> trace.measure().stream()).distinct().toList();
    return deliveries
        .alertsAbout(session, measures)
        .chain(
            alerts ->
                deliveries
                    .of(session, alerts.stream().map(Alert::id).toList())
                    .map(sent -> alerts.stream().map(alert -> entry(alert, sent)).toList()));
  }

  private static Notification entry(Alert alert, List<DeliveryView> sent) {
    return new Notification(
        alert.id(),
        alert.kind(),
        alert.incidentId(),
        alert.changed().stream().map(Alert.Measure::id).toList(),
        alert.headline(),
        alert.occurredAt(),
        sent.stream().filter(delivery -> delivery.notification().equals(alert.id())).toList());
  }
}
