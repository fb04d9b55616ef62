package io.riftwatch.alert.incident;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.riftwatch.alert.database.DatabaseFailure;
import io.riftwatch.classify.contract.Signal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads the topic of signals. A record is acknowledged once all that follows from it is committed;
 * one that cannot be read or handled fails and so goes to the dead letters; while the database is
 * out of reach the topic waits.
 */
@ApplicationScoped
public class SignalConsumer {

  private static final Logger LOG = Logger.getLogger(SignalConsumer.class);

  private final Intake intake;
  private final ObjectReader reader;
  private final IncidentConfig.IntakeConfig config;

  SignalConsumer(Intake intake, ObjectMapper json, IncidentConfig config) {
    this.intake = intake;
    this.reader =
        json.readerFor(Signal.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.config = config.intake();
  }

  @Incoming("signals")
  public Uni<Void> receive(byte[] record) {
    return Uni.createFrom()
        .item(() -> read(record))
        .chain(
            signal ->
                Uni.createFrom()
                    .deferred(() -> intake.take(signal))
                    .onFailure(DatabaseFailure::isPassing)
                    .invoke(failure -> waiting(signal, failure))
                    .onFailure(DatabaseFailure::isPassing)
                    .retry()
                    .withBackOff(config.retryMin(), config.retryMax())
                    .indefinitely());
  }

  private Signal read(byte[] record) {
    try {
      return Optional.<Signal>ofNullable(reader.readValue(record))
          .orElseThrow(() -> new IllegalArgumentException("the record is JSON's null"));
    } catch (IOException e) {
      throw new IllegalArgumentException("the record is no signal: " + e.getMessage(), e);
    }
  }

  private static void waiting(Signal signal, Throwable failure) {
    LOG.warnf("signal %s waits for the database: %s", signal.id(), failure);
  }
}
