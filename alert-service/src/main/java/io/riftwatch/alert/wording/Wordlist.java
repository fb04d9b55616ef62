package io.riftwatch.alert.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The word lists that lie beside this package's classes. */
final class Wordlist {

  private Wordlist() {}

  /**
   * The entries of a list.
   *
   * @throws UncheckedIOException when the list cannot be read
   */
  static Map<String, String> read(String name) {
    Properties entries = new Properties();
    try (InputStream bytes = Wordlist.class.getResourceAsStream(name);
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      entries.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException("word list " + name + " cannot be read", e);
    }
    return entries.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, entries::getProperty));
  }
}
