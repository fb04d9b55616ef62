package io.riftwatch.classify.signal;

import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists the signals that were published. */
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
    @RestQuery String cursor;
    @RestQuery Integer limit;
  }

  /**
   * A page of signals, newest report first.
   *
   * @param items the signals
   * @param next cursor of the next page, null on the last
   */
  public record Page(List<Signal> items, String next) {}

  private final SignalStore store;

  SignalResource(SignalStore store) {
    this.store = store;
  }

  @GET
  public Uni<Page> list(@BeanParam Filter filter) {
    known("type", filter.type, SignalType.class);
    known("status", filter.status, Status.class);
    int limit = limit(filter.limit);
    SignalStore.Query query =
        new SignalStore.Query(
            filter.type,
            filter.actor,
            filter.target,
            filter.status,
            filter.pair,
            Cursor.parse(filter.cursor));
    return store.list(query, limit + 1).map(found -> page(found, limit));
  }

  @GET
  @Path("{id}")
  public Uni<Signal> one(@PathParam("id") String id) {
    return store
        .find(id)
        .map(
            found ->
                found.orElseThrow(
                    () -> Problem.of(404, "no signal has the id " + id).asException()));
  }

  private static Page page(List<Signal> found, int limit) {
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    List<Signal> items = found.subList(0, limit);
    return new Page(items, Cursor.after(items.get(limit - 1)).written());
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
    if (value == null) {
      return;
    }
    try {
      Enum.valueOf(type, value);
    } catch (IllegalArgumentException e) {
      throw Problem.ofField(
              field, "'" + value + "' is not known; known are " + List.of(type.getEnumConstants()))
          .asException();
    }
  }
}
