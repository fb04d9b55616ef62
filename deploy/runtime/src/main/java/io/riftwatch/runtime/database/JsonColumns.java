package io.riftwatch.runtime.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;

/** Values as JSON in columns of the database. */
@Singleton
public class JsonColumns {

  private final ObjectMapper json;

  JsonColumns(ObjectMapper json) {
    this.json = json;
  }

  /**
   * A value as its column takes it.
   *
   * @param what it is, should it be impossible
   * @throws IllegalStateException when it cannot be written
   */
  public String write(Object value, String what) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(what + " cannot be written as JSON", e);
    }
  }

  /**
   * The value in a column.
   *
   * @param what it is, should it be impossible
   * @throws IllegalStateException when it cannot be read
   */
  public <T> T read(String column, Class<T> type, String what) {
    return read(column, json.readerFor(type), what);
  }

  /** The same for a value of a generic type. */
  public <T> T read(String column, TypeReference<T> type, String what) {
    return read(column, json.readerFor(type), what);
  }

  private static <T> T read(String column, ObjectReader reader, String what) {
    try {
      return reader.readValue(column);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(what + " cannot be read", e);
    }
  }
}
