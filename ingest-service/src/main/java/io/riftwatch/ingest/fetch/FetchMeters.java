package io.riftwatch.ingest.fetch;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.riftwatch.runtime.http.HttpAnswer;
import io.riftwatch.runtime.http.HttpFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts requests by what they gave, their time and bytes, and how long hosts made them wait. */
@ApplicationScoped
class FetchMeters {

  /** A request that waits until its host may be asked. */
  @FunctionalInterface
  interface Wait {
    void ends();
  }

  private final MeterRegistry meters;
  private final Timer waits;
  private final DistributionSummary bytes;

  FetchMeters(MeterRegistry meters) {
    this.meters = meters;
    this.waits = meters.timer("riftwatch.ingest.fetch.host.wait");
    this.bytes =
        DistributionSummary.builder("riftwatch.ingest.fetch.bytes")
            .baseUnit("bytes")
            .register(meters);
  }

  Wait waits() {
    Timer.Sample begin = Timer.start(meters);
    return () -> begin.stop(waits);
  }

  /** The same request, measured from its sending to its end. */
  Uni<HttpAnswer> measured(Uni<HttpAnswer> request) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Timer.Sample begin = Timer.start(meters);
              return request
                  .invoke(answer -> answered(begin, answer))
                  .onFailure(HttpFailure.class)
                  .invoke(e -> stop(begin, e.reason().name()));
            });
  }

  private void answered(Timer.Sample begin, HttpAnswer answer) {
    bytes.record(answer.body().length);
    stop(begin, String.valueOf(answer.status()));
  }

  private void stop(Timer.Sample begin, String result) {
    begin.stop(
        meters.timer("riftwatch.ingest.fetch.time", "result", result.toLowerCase(Locale.ROOT)));
  }
}
