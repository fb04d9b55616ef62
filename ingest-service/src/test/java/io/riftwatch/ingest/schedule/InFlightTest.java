package io.riftwatch.ingest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InFlightTest {

  private final List<UniEmitter<? super String>> running = new ArrayList<>();
  private final InFlight inFlight =
      new InFlight(
          new SmallRyeConfigBuilder()
              .withMapping(PollConfig.class)
              .withDefaultValues(
                  Map.of(
                      "riftwatch.ingest.poll.in-flight", "100",
                      "riftwatch.ingest.poll.fair-share", "10"))
              .addDefaultInterceptors()
              .addDiscoveredConverters()
              .build()
              .getConfigMapping(PollConfig.class),
          new SimpleMeterRegistry());

  private void holds(long size) {
    inFlight
        .holding(size, Uni.createFrom().<String>emitter(running::add), () -> "crowded out")
        .subscribe()
        .with(done -> {});
  }

  private String outcome(long size) {
    return inFlight
        .holding(size, Uni.createFrom().item("read"), () -> "crowded out")
        .await()
        .indefinitely();
  }

  @ParameterizedTest
  @CsvSource({
    "90, 10,  read",
    "90, 11,  crowded out",
    "99, 10,  read",
    "60, 40,  read",
    "60, 41,  crowded out",
    "0,  500, read"
  })
  void aFeedIsReadWhereThereIsRoomForItOrItIsSmallOrAlone(long held, long size, String expected) {
    if (held > 0) {
      holds(held);
    }

    assertEquals(expected, outcome(size));
  }

  @Test
  void whatWasReadMakesRoom() {
    holds(90);
    assertEquals("crowded out", outcome(50));

    running.get(0).complete("read");

    assertEquals("read", outcome(50));
  }
}
