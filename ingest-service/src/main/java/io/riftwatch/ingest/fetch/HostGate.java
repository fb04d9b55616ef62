package io.riftwatch.ingest.fetch;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Lets so many requests to one host run at a time, and no two begin within the gap; further ones
 * wait in the order they came.
 */
final class HostGate {

  /** Runs something later. */
  @FunctionalInterface
  interface Timer {
    void after(Duration pause, Runnable task);
  }

  /** One request's place. */
  private static final class Ticket {
    private final UniEmitter<? super Void> emitter;
    private boolean admitted;

    private Ticket(UniEmitter<? super Void> emitter) {
      this.emitter = emitter;
    }
  }

  private static final class Host {
    private final Queue<Ticket> waiting = new ArrayDeque<>();
    private int running;
    private Instant free = Instant.MIN;
    private boolean waking;

    private boolean isForgettable(Instant now) {
      return running == 0 && waiting.isEmpty() && !free.isAfter(now);
    }
  }

  private final InstantSource clock;
  private final Timer timer;
  private final int perHost;
  private final Duration gap;
  private final Map<String, Host> hosts = new HashMap<>();
  private final Map<String, Duration> longerGaps;

  /**
   * @param longerGaps hosts whose longer gap is remembered; the one least asked for is forgotten
   */
  HostGate(InstantSource clock, Timer timer, int perHost, Duration gap, int longerGaps) {
    this.clock = clock;
    this.timer = timer;
    this.perHost = perHost;
    this.gap = gap;
    this.longerGaps =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Duration> eldest) {
            return size() > longerGaps;
          }
        };
  }

  /** Runs the work once the host may be asked, and makes room for the next however it ends. */
  <T> Uni<T> within(String host, Supplier<Uni<T>> work) {
    return Uni.createFrom().deferred(() -> queued(host, new AtomicReference<>(), work));
  }

  private <T> Uni<T> queued(String host, AtomicReference<Ticket> ticket, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .<Void>emitter(emitter -> queue(host, ticket, emitter))
        .chain(() -> work.get())
        .onTermination()
        .invoke(() -> leave(host, ticket.get()));
  }

  /** Keeps the gap to a host that it wishes for now, where that is longer than usual. */
  synchronized void keepGap(String host, Duration wish) {
    if (wish.compareTo(gap) > 0) {
      longerGaps.put(host, wish);
    } else {
      longerGaps.remove(host);
    }
  }

  private Duration gapTo(String host) {
    Duration longer = longerGaps.get(host);
    return longer == null ? gap : longer;
  }

  private void queue(String host, AtomicReference<Ticket> place, UniEmitter<? super Void> emitter) {
    Ticket ticket = new Ticket(emitter);
    place.set(ticket);
    synchronized (this) {
      hosts.computeIfAbsent(host, h -> new Host()).waiting.add(ticket);
    }
    admit(host);
  }

  private void admit(String host) {
    admissible(host).forEach(ticket -> ticket.emitter.complete(null));
  }

  private synchronized List<Ticket> admissible(String name) {
    List<Ticket> admitted = new ArrayList<>();
    Host host = hosts.get(name);
    if (host == null) {
      return admitted;
    }
    Instant now = clock.instant();
    while (host.running < perHost && !host.waiting.isEmpty() && !host.free.isAfter(now)) {
      Ticket ticket = host.waiting.remove();
      ticket.admitted = true;
      admitted.add(ticket);
      host.running++;
      host.free = now.plus(gapTo(name));
    }
    wakeWhenFree(name, host, now);
    if (host.isForgettable(now)) {
      hosts.remove(name);
    }
    return admitted;
  }

  /** Also without anybody waiting: the host is forgotten then. */
  private void wakeWhenFree(String name, Host host, Instant now) {
    if (!host.waking && host.free.isAfter(now) && host.running < perHost) {
      host.waking = true;
      timer.after(Duration.between(now, host.free), () -> wake(name));
    }
  }

  private void wake(String name) {
    synchronized (this) {
      Optional.ofNullable(hosts.get(name)).ifPresent(host -> host.waking = false);
    }
    admit(name);
  }

  private void leave(String name, Ticket ticket) {
    synchronized (this) {
      Host host = hosts.get(name);
      if (ticket.admitted) {
        host.running--;
      } else {
        host.waiting.remove(ticket);
      }
    }
    admit(name);
  }
}
