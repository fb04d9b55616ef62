package io.riftwatch.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostSlotsTest {

  private final List<UniEmitter<? super String>> running = new ArrayList<>();
  private final HostSlots slots = new HostSlots(2);

  private Cancellable request(String host) {
    return slots
        .within(host, () -> Uni.createFrom().<String>emitter(running::add))
        .subscribe()
        .with(done -> {}, failed -> {});
  }

  @Test
  void aThirdRequestToAHostWaitsUntilOneEnds() {
    request("a");
    request("a");
    request("a");
    request("b");
    assertEquals(3, running.size());

    running.get(0).complete("done");
    assertEquals(4, running.size());
  }

  @Test
  void aFailureFreesItsSlot() {
    request("a");
    request("a");
    request("a");

    running.get(1).fail(new IllegalStateException("broken"));

    assertEquals(3, running.size());
  }

  @Test
  void whoGaveUpWaitingTakesNoSlot() {
    request("a");
    request("a");
    Cancellable impatient = request("a");
    request("a");

    impatient.cancel();
    running.get(0).complete("done");
    running.get(1).complete("done");
    request("a");

    assertEquals(4, running.size());
  }
}
