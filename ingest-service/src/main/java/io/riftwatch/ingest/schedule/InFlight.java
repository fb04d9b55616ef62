package io.riftwatch.ingest.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of the feeds that are being read, so that memory bounds how many are. */
@ApplicationScoped
class InFlight {

  private final AtomicLong bytes;
  private final long limit;

  InFlight(PollConfig config, MeterRegistry meters) {
    this.limit = config.inFlight().asLongValue();
    this.bytes = meters.gauge("riftwatch.ingest.poll.in.flight.bytes", new AtomicLong());
  }

  /** The same work, which holds so many bytes until it ends. */
  <T> Uni<T> holding(long size, Uni<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              bytes.addAndGet(size);
              return work.onTermination().invoke(() -> bytes.addAndGet(-size));
            });
  }

  boolean isFull() {
    return bytes.get() >= limit;
  }
}
