package io.riftwatch.alert.channel;

import io.riftwatch.alert.database.Transactions;
import io.riftwatch.alert.rest.Filter;
import io.riftwatch.alert.rest.Paging;
import io.riftwatch.runtime.http.GuardedHttpClient;
import io.riftwatch.runtime.http.HttpFailure;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where alerts go: Slack, webhooks, topics. */
@Path("/api/v1/channels")
public class ChannelResource {

  private final Transactions transactions;
  private final Channels channels;
  private final GuardedHttpClient http;
  private final InstantSource clock;
  private final Instance<ChannelUse> uses;
  private final SecureRandom random = new SecureRandom();

  ChannelResource(
      Transactions transactions,
      Channels channels,
      GuardedHttpClient http,
      InstantSource clock,
      Instance<ChannelUse> uses) {
    this.transactions = transactions;
    this.channels = channels;
    this.http = http;
    this.clock = clock;
    this.uses = uses;
  }

  /**
   * What the other side said to a trial message.
   *
   * @param millis time to the answer
   */
  record Trial(Receipt.Outcome outcome, Optional<Integer> status, String answer, long millis) {}

  @GET
  public Uni<Listing<ChannelView>> list(@Valid @BeanParam Paging paging) {
    return transactions
        .run(
            session ->
                Filter.of("Channel", "createdAt")
                    .query(session, ChannelEntity.class, paging)
                    .getResultList())
        .map(
            rows ->
                Listing.of(
                    rows,
                    paging.limit(),
                    ChannelView::of,
                    c -> new Cursor(c.createdAt, c.id).encode()));
  }

  @GET
  @Path("{id}")
  public Uni<ChannelView> find(@PathParam("id") String id) {
    return transactions.run(session -> existing(session, id)).map(ChannelView::of);
  }

  @POST
  @ResponseStatus(201)
  public Uni<ChannelView> create(@Valid @NotNull ChannelDraft draft) {
    ChannelSettings settings = draft.settings(() -> SigningSecret.generate(random));
    ChannelEntity entity =
        new ChannelEntity("chn-" + UUID.randomUUID(), draft.name(), clock.instant(), settings);
    return reachable(draft)
        .chain(
            () ->
                transactions.run(
                    session ->
                        nameIsFree(session, entity.name, entity.id)
                            .chain(() -> session.persist(entity))))
        .replaceWith(() -> ChannelView.created(entity));
  }

  @PUT
  @Path("{id}")
  public Uni<ChannelView> replace(@PathParam("id") String id, @Valid @NotNull ChannelDraft draft) {
    return reachable(draft)
        .chain(
            () ->
                transactions.run(
                    session ->
                        nameIsFree(session, draft.name(), id)
                            .chain(() -> existing(session, id))
                            .invoke(entity -> change(entity, draft))))
        .map(ChannelView::of);
  }

  @DELETE
  @Path("{id}")
  public Uni<Void> delete(@PathParam("id") String id) {
    return transactions.run(
        session ->
            existing(session, id).call(entity -> unused(session, entity)).chain(session::remove));
  }

  @POST
  @Path("{id}/test")
  public Uni<Trial> test(@PathParam("id") String id, @Context UriInfo uri) {
    URI all = uri.getBaseUriBuilder().path(ChannelResource.class).build();
    return transactions.run(session -> existing(session, id)).chain(channel -> send(channel, all));
  }

  private Uni<Trial> send(ChannelEntity channel, URI channelsUri) {
    Instant start = clock.instant();
    return channels
        .open(channel.settings)
        .deliver(TrialAlert.on(channel.name, channelsUri, start))
        .map(
            receipt ->
                new Trial(
                    receipt.outcome(),
                    receipt.status(),
                    receipt.note(),
                    Duration.between(start, clock.instant()).toMillis()));
  }

  private Uni<Void> reachable(ChannelDraft draft) {
    return draft
        .address()
        .map(
            address ->
                http.check(address)
                    .onFailure(HttpFailure.class)
                    .transform(
                        failure -> Problem.ofField("url", failure.getMessage()).asException()))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private void change(ChannelEntity entity, ChannelDraft draft) {
    if (entity.settings.ofKind() != draft.kind()) {
      throw Problem.ofField(
              "kind", "of channel " + entity.id + " is " + entity.settings.ofKind() + " for good")
          .asException();
    }
    Optional<String> secret = entity.settings.signingSecret();
    entity.name = draft.name();
    entity.settings = draft.settings(secret::orElseThrow);
  }

  private static Uni<ChannelEntity> existing(Mutiny.Session session, String id) {
    return session
        .find(ChannelEntity.class, id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFoundException("no channel has the id " + id));
  }

  private static Uni<Void> nameIsFree(Mutiny.Session session, String name, String id) {
    return session
        .createQuery("select id from Channel where name = :name and id <> :id", String.class)
        .setParameter("name", name)
        .setParameter("id", id)
        .getResultList()
        .invoke(
            others -> {
              if (!others.isEmpty()) {
                throw Problem.ofField(
                        "name", "'" + name + "' is the name of channel " + others.get(0))
                    .asException();
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> unused(Mutiny.Session session, ChannelEntity entity) {
    Stream<Uni<Void>> checks = uses.stream().map(use -> use.refuseIfUsed(session, entity.id));
    return checks.reduce(Uni.createFrom().voidItem(), (before, check) -> before.chain(() -> check));
  }
}
