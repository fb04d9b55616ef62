package io.riftwatch.classify.signal;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.runtime.paging.Cursor;
import io.riftwatch.runtime.paging.Listing;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists the signals that were published, and those that wait for a verdict. */
@Path("/api/v1/signals")
public class SignalResource {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  /** What a list is asked for. */
  public static class Filter {
    @RestQuery String type;
    @RestQuery String actor;
    @RestQuery String target;
    @RestQuery String status;
    @RestQuery String pair;
    @RestQuery String state;
    @RestQuery String cursor;
    @RestQuery Integer limit;
  }

  private final SignalStore store;

  SignalResource(SignalStore store) {
    this.store = store;
  }

  /** Signals, newest report first. */
  @GET
  public Uni<Listing<JudgedSignal>> list(@BeanParam Filter filter) {
    known("type", filter.type, SignalType.class);
    known("status", filter.status, Status.class);
    known("state", filter.state, SignalState.class);
    int limit = limit(filter.limit);
    SignalStore.Query query =
        new SignalStore.Query(
            filter.type,
            filter.actor,
            filter.target,
            filter.status,
            filter.pair,
            filter.state,
            start(filter.cursor));
    return store
        .list(query, limit + 1)
        .map(found -> Listing.of(found, limit, Function.identity(), SignalResource::cursor));
  }

  @GET
  @Path("{id}")
  public Uni<JudgedSignal> one(@PathParam("id") String id) {
    return store
        .find(id)
        .map(
            found ->
                found.orElseThrow(
                    () -> Problem.of(404, "no signal has the id " + id).asException()));
  }

  private static Cursor start(String cursor) {
    return cursor == null || cursor.isBlank()
        ? Cursor.START
        : Cursor.decode(cursor).orElseThrow(SignalResource::foreign);
  }

  private static WebApplicationException foreign() {
    return Problem.ofField("cursor", "is none of ours: take 'next' of the page before")
        .asException();
  }

  private static String cursor(JudgedSignal last) {
    return new Cursor(last.signal().source().publishedAt(), last.signal().id()).encode();
  }

  private static int limit(Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1 || asked > MAX_LIMIT) {
      throw Problem.ofField("limit", "is " + asked + ": take 1 to " + MAX_LIMIT).asException();
    }
    return asked;
  }

  private static <E extends Enum<E>> void known(String field, String value, Class<E> type) {
    if (value != null) {
      Problem.known(field, value, type);
    }
  }
}
