package io.riftwatch.ingest.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HostGateTest {

  private record Task(Instant at, Runnable work) {}

  private Instant now = Instant.parse("2025-09-18T10:00:00Z");
  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::at));
  private final List<UniEmitter<? super String>> running = new ArrayList<>();
  private final List<Instant> starts = new ArrayList<>();

  private HostGate gate(Duration gap) {
    return new HostGate(
        () -> now, (pause, work) -> tasks.add(new Task(now.plus(pause), work)), 2, gap, 2);
  }

  private void pass(Duration time) {
    Instant end = now.plus(time);
    while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
      Task task = tasks.remove();
      now = task.at();
      task.work().run();
    }
    now = end;
  }

  private Cancellable request(HostGate gate, String host) {
    return gate.within(host, () -> Uni.createFrom().<String>emitter(this::start))
        .subscribe()
        .with(done -> {}, failed -> {});
  }

  private void start(UniEmitter<? super String> emitter) {
    running.add(emitter);
    starts.add(now);
  }

  @Test
  void aThirdRequestToAHostWaitsUntilOneEnds() {
    HostGate gate = gate(Duration.ZERO);
    request(gate, "a");
    request(gate, "a");
    request(gate, "a");
    request(gate, "b");
    assertEquals(3, running.size());

    running.get(0).complete("done");

    assertEquals(4, running.size());
  }

  @Test
  void aFailureMakesRoom() {
    HostGate gate = gate(Duration.ZERO);
    request(gate, "a");
    request(gate, "a");
    request(gate, "a");

    running.get(1).fail(new IllegalStateException("broken"));

    assertEquals(3, running.size());
  }

  @Test
  void whoGaveUpWaitingTakesNoRoom() {
    HostGate gate = gate(Duration.ZERO);
    request(gate, "a");
    request(gate, "a");
    Cancellable impatient = request(gate, "a");
    request(gate, "a");

    impatient.cancel();
    running.get(0).complete("done");
    running.get(1).complete("done");
    request(gate, "a");

    assertEquals(4, running.size());
  }

  @Test
  void whoGaveUpWhileItRanMakesRoom() {
    HostGate gate = gate(Duration.ZERO);
    Cancellable impatient = request(gate, "a");
    request(gate, "a");
    request(gate, "a");

    impatient.cancel();

    assertEquals(3, running.size());
  }

  @Test
  void twoRequestsToAHostBeginAGapApart() {
    HostGate gate = gate(Duration.ofSeconds(5));
    request(gate, "a");
    request(gate, "a");
    request(gate, "b");
    assertEquals(2, running.size());

    pass(Duration.ofMillis(4999));
    assertEquals(2, running.size());
    pass(Duration.ofMillis(1));
    assertEquals(3, running.size());
  }

  @Test
  void theGapHoldsAfterTheHostWasIdle() {
    HostGate gate = gate(Duration.ofSeconds(5));
    request(gate, "a");
    running.get(0).complete("done");

    request(gate, "a");
    assertEquals(1, running.size());
    pass(Duration.ofSeconds(5));

    assertEquals(2, running.size());
  }

  @Test
  void aHostThatWantsALongerGapGetsItAndNoneGetsAShorterOne() {
    HostGate gate = gate(Duration.ofSeconds(5));
    gate.keepGap("slow", Duration.ofSeconds(20));
    gate.keepGap("fast", Duration.ofSeconds(1));
    request(gate, "slow");
    request(gate, "slow");
    request(gate, "fast");
    request(gate, "fast");

    pass(Duration.ofSeconds(4));
    assertEquals(2, running.size());
    pass(Duration.ofSeconds(15));
    assertEquals(3, running.size());
    pass(Duration.ofSeconds(1));
    assertEquals(4, running.size());
  }

  @Test
  void aLongerGapThatIsWithdrawnIsTheUsualOneAgain() {
    HostGate gate = gate(Duration.ofSeconds(5));
    gate.keepGap("a", Duration.ofSeconds(20));
    gate.keepGap("a", Duration.ZERO);
    request(gate, "a");
    request(gate, "a");

    pass(Duration.ofSeconds(5));

    assertEquals(2, running.size());
  }

  @Test
  void ofTheLongerGapsTheOneLeastAskedForIsForgotten() {
    HostGate gate = gate(Duration.ofSeconds(5));
    gate.keepGap("a", Duration.ofSeconds(20));
    gate.keepGap("b", Duration.ofSeconds(20));
    gate.keepGap("c", Duration.ofSeconds(20));
    for (String host : List.of("a", "a", "c", "c")) {
      request(gate, host);
    }

    pass(Duration.ofSeconds(5));
    assertEquals(3, running.size());
    pass(Duration.ofSeconds(15));
    assertEquals(4, running.size());
  }

  @Property(tries = 200)
  void whateverEndsWhenNoHostGetsMoreThanItAllows(@ForAll long seed) {
    Random random = new Random(seed);
    HostGate gate = gate(Duration.ofSeconds(5));
    running.clear();
    starts.clear();
    tasks.clear();
    int ended = 0;
    int asked = 0;
    for (int i = 0; i < 100; i++) {
      if (random.nextBoolean()) {
        request(gate, "a");
        asked++;
      }
      if (ended < running.size() && random.nextInt(3) == 0) {
        running.get(ended++).complete("done");
      }
      assertTrue(running.size() - ended <= 2);
      pass(Duration.ofMillis(random.nextInt(6000)));
    }
    pass(Duration.ofSeconds(5));
    while (ended < running.size()) {
      running.get(ended++).complete("done");
      pass(Duration.ofSeconds(5));
    }

    assertEquals(asked, running.size());
    for (int i = 1; i < starts.size(); i++) {
      assertTrue(!starts.get(i).isBefore(starts.get(i - 1).plusSeconds(5)));
    }
  }
}
