package io.riftwatch.ingest.fetch;

import io.riftwatch.ingest.fetch.FetchOutcome.Failed;
import io.riftwatch.ingest.fetch.FetchOutcome.Fetched;
import io.riftwatch.ingest.fetch.FetchOutcome.Gone;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import java.net.URI;
import java.util.function.Function;

/** Fetches an address and reads it once, for somebody who waits for the answer. */
@ApplicationScoped
public class Preview {

  private static final int UNPROCESSABLE = 422;

  private final Fetcher fetcher;

  Preview(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Fetches an address and has the body read on a worker thread.
   *
   * @return what was read; fails with 422 when the address does not give a body
   */
  public <T> Uni<T> of(URI url, Function<Fetched, T> reader) {
    return fetcher
        .fetchByHand(url)
        .map(outcome -> body(url, outcome))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(reader);
  }

  /** What to throw for an address that gives something else than was hoped for. */
  public static ClientErrorException refusal(String detail) {
    return new ClientErrorException(detail, UNPROCESSABLE);
  }

  private static Fetched body(URI url, FetchOutcome outcome) {
    if (outcome instanceof Fetched fetched) {
      return fetched;
    }
    throw refusal(complaint(url, outcome));
  }

  private static String complaint(URI url, FetchOutcome outcome) {
    if (outcome instanceof Failed failed) {
      return failed.reason();
    }
    return outcome instanceof Gone
        ? url + " is gone for good (410)"
        : url + " gives no body to read";
  }
}
