package io.riftwatch.ingest.feed;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Duration;

/** Stores a duration as ISO 8601 text, which an operator can read in the table. */
@Converter
class DurationText implements AttributeConverter<Duration, String> {

  @Override
  public String convertToDatabaseColumn(Duration duration) {
    return duration == null ? null : duration.toString();
  }

  @Override
  public Duration convertToEntityAttribute(String text) {
    return text == null ? null : Duration.parse(text);
  }
}
