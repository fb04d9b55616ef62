package io.riftwatch.classify.signal;

import io.micrometer.core.instrument.MeterRegistry;
import io.riftwatch.classify.contract.Signal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Writes signals to the log, as CloudEvents whose ids are the same whenever they are repeated. */
@ApplicationScoped
public class SignalPublisher {

  private static final URI SOURCE = URI.create("urn:riftwatch:classify");

  private final MutinyEmitter<Signal> log;
  private final MutinyEmitter<Signal> reviews;
  private final ReviewConfig config;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  SignalPublisher(
      @Channel("signals") MutinyEmitter<Signal> log,
      @Channel("reviews") MutinyEmitter<Signal> reviews,
      ReviewConfig config,
      InstantSource clock,
      MeterRegistry metrics) {
    this.log = log;
    this.reviews = reviews;
    this.config = config;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Publishes signals, one after the other.
   *
   * @return when the log has them all
   */
  public Uni<Void> publish(List<Signal> signals) {
    return inOrder(signals, signal -> publish(signal, Optional.empty()));
  }

  /**
   * Publishes signals that were read, one after the other, or has them wait for a verdict where
   * they are too uncertain.
   *
   * @param trace of the article they were read in
   * @return when the log has them all
   */
  public Uni<Void> publishOrReview(List<Signal> signals, Optional<TracingMetadata> trace) {
    return inOrder(
        signals,
        signal ->
            signal.confidence() < config.reviewBelow()
                ? review(signal, trace)
                : publish(signal, trace));
  }

  private static Uni<Void> inOrder(
      List<Signal> signals, Function<Signal, Uni<? extends Void>> each) {
    return Multi.createFrom()
        .iterable(signals)
        .onItem()
        .transformToUniAndConcatenate(each)
        .collect()
        .last();
  }

  private Uni<Void> publish(Signal signal, Optional<TracingMetadata> trace) {
    return log.sendMessage(message(signal, trace))
        .invoke(() -> count("riftwatch.classify.signals", signal));
  }

  private Uni<Void> review(Signal signal, Optional<TracingMetadata> trace) {
    return reviews
        .sendMessage(message(signal, trace))
        .invoke(() -> count("riftwatch.classify.reviews", signal));
  }

  private void count(String meter, Signal signal) {
    metrics
        .counter(meter, "type", signal.type().name(), "status", signal.status().name())
        .increment();
  }

  private Message<Signal> message(Signal signal, Optional<TracingMetadata> trace) {
    String pair = Signal.pair(signal.actor(), signal.target());
    Message<Signal> message =
        Message.of(signal)
            .addMetadata(OutgoingKafkaRecordMetadata.<String>builder().withKey(pair).build())
            .addMetadata(
                OutgoingCloudEventMetadata.builder()
                    .withId(eventId(signal))
                    .withType(Signal.CE_TYPE)
                    .withSource(SOURCE)
                    .withSubject(pair)
                    .withTimestamp(clock.instant().atZone(ZoneOffset.UTC))
                    .build());
    return trace.map(message::addMetadata).orElse(message);
  }

  /** A correction is another event than the signal it corrects. */
  private static String eventId(Signal signal) {
    return signal.correction() == 0 ? signal.id() : signal.id() + ":" + signal.correction();
  }
}
