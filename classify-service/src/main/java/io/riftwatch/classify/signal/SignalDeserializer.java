package io.riftwatch.classify.signal;

import io.quarkus.kafka.client.serialization.ObjectMapperDeserializer;
import io.riftwatch.classify.contract.Signal;

/** Reads signals from Kafka; unknown fields are ignored. */
public class SignalDeserializer extends ObjectMapperDeserializer<Signal> {

  public SignalDeserializer() {
    super(Signal.class);
  }
}
