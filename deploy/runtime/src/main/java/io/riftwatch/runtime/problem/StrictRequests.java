package io.riftwatch.runtime.problem;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses unknown fields in REST requests, where they are typing errors; in events from Kafka they
 * are a newer producer's and stay ignored. Text that cannot be stored is refused as well.
 */
@Provider
@Singleton
public class StrictRequests implements ContextResolver<ObjectMapper> {

  private final ObjectMapper strict;

  StrictRequests(ObjectMapper lenient) {
    this.strict =
        lenient
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(
                new SimpleModule("storable-text")
                    .addDeserializer(String.class, new StorableText.Reader()));
  }

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return strict;
  }
}
