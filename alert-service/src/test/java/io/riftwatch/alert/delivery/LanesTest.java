package io.riftwatch.alert.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final Lanes lanes = new Lanes(2);

  @Test
  void aFullChannelLeavesTheOthersFree() {
    lanes.enter("slow");
    lanes.enter("slow");

    assertEquals(0, lanes.free("slow"));
    assertEquals(2, lanes.free("other"));
  }

  @Test
  void whoLeavesMakesRoom() {
    lanes.enter("a");
    lanes.leave("a");

    assertEquals(2, lanes.free("a"));
  }

  @Test
  void waitingEndsWhenTheLastOneLeavesOrTheTimeIsUp() throws Exception {
    lanes.enter("a");
    assertFalse(lanes.awaitEmpty(10));

    CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> lanes.leave("a"));

    assertTrue(lanes.awaitEmpty(10_000));
    leaving.get();
  }
}
