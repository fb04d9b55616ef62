package io.riftwatch.ingest.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads lists that lie beside a class: one item a line, {@code #} and a space begin a comment. */
public final class WordList {

  private WordList() {}

  /** The items of a list of this feature's own. */
  static List<String> read(String name) {
    return read(WordList.class, name);
  }

  /**
   * The items of a list in their order.
   *
   * @param owner the class that the list lies beside
   * @throws IllegalStateException when the jar was built without the list
   */
  public static List<String> read(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + owner.getName());
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && (line.charAt(0) != '#' || line.matches("#\\S.*")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
