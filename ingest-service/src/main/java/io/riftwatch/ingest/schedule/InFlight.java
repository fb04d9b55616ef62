package io.riftwatch.ingest.schedule;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts the bytes of the feeds that are being read, so that memory bounds how many are. */
@ApplicationScoped
class InFlight {

  private final AtomicLong bytes;
  private final long limit;
  private final long fairShare;

  InFlight(PollConfig config, MeterRegistry meters) {
    this.limit = config.inFlight().asLongValue();
    this.fairShare = config.fairShare().asLongValue();
    this.bytes = meters.gauge("riftwatch.ingest.poll.in.flight.bytes", new AtomicLong());
  }

  /** The work, where there is room for its bytes; else what is done without holding them. */
  <T> Uni<T> holding(long size, Uni<T> work, Supplier<T> otherwise) {
    return Uni.createFrom()
        .deferred(() -> hasRoomFor(size) ? holding(size, work) : Uni.createFrom().item(otherwise));
  }

  /** A small feed always is read, and a large one when nothing else is. */
  private boolean hasRoomFor(long size) {
    long held = bytes.get();
    return held == 0 || size <= fairShare || held + size <= limit;
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
