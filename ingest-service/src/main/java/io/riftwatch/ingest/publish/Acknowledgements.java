package io.riftwatch.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;

/** Measures how long the log takes to acknowledge the events of a topic. */
final class Acknowledgements {

  private final MeterRegistry meters;
  private final Timer timer;

  Acknowledgements(MeterRegistry meters, String topic) {
    this.meters = meters;
    this.timer = meters.timer("riftwatch.ingest.publish", "topic", topic);
  }

  /** The same publication, measured from its beginning to its acknowledgement. */
  Uni<Void> measured(Uni<Void> publication) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Timer.Sample begin = Timer.start(meters);
              return publication.invoke(() -> begin.stop(timer));
            });
  }
}
