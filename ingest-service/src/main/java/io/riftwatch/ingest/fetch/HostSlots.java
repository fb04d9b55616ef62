package io.riftwatch.ingest.fetch;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;

/** Lets so many requests to one host run at a time; further ones wait in the order they came. */
final class HostSlots {

  private static final class Slots {
    private int taken;
    private final Queue<UniEmitter<? super Void>> waiting = new ArrayDeque<>();
  }

  private final int perHost;
  private final Map<String, Slots> hosts = new HashMap<>();

  HostSlots(int perHost) {
    this.perHost = perHost;
  }

  /** Runs the work once a slot of the host is free, and frees it however the work ends. */
  <T> Uni<T> within(String host, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .<Void>emitter(emitter -> take(host, emitter))
        .chain(() -> work.get().onTermination().invoke(() -> free(host)));
  }

  private void take(String host, UniEmitter<? super Void> emitter) {
    if (isAdmitted(host, emitter)) {
      emitter.complete(null);
    } else {
      emitter.onTermination(() -> withdraw(host, emitter));
    }
  }

  private synchronized boolean isAdmitted(String host, UniEmitter<? super Void> emitter) {
    Slots slots = hosts.computeIfAbsent(host, h -> new Slots());
    if (slots.taken < perHost) {
      slots.taken++;
      return true;
    }
    slots.waiting.add(emitter);
    return false;
  }

  private synchronized void withdraw(String host, UniEmitter<? super Void> emitter) {
    Optional.ofNullable(hosts.get(host)).ifPresent(slots -> slots.waiting.remove(emitter));
  }

  private void free(String host) {
    next(host).ifPresent(emitter -> emitter.complete(null));
  }

  private synchronized Optional<UniEmitter<? super Void>> next(String host) {
    Slots slots = hosts.get(host);
    Optional<UniEmitter<? super Void>> next = Optional.ofNullable(slots.waiting.poll());
    if (next.isEmpty() && --slots.taken == 0) {
      hosts.remove(host);
    }
    return next;
  }
}
