package io.riftwatch.classify.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The labelled reports that come with the service, a file per language. */
public final class GoldSet {

  private GoldSet() {}

  /**
   * The reports of some languages, in the languages' order.
   *
   * @throws IllegalStateException when a file has a mistake
   */
  public static List<LabelledReport> of(Collection<String> languages) {
    List<LabelledReport> reports = new ArrayList<>();
    languages.stream().sorted().forEach(language -> reports.addAll(of(language)));
    return reports;
  }

  private static List<LabelledReport> of(String language) {
    String name = "/gold/" + language + ".jsonl";
    GoldFile file = GoldReader.read(content(name).orElse(""));
    file.mistakes().stream()
        .findFirst()
        .ifPresent(
            mistake -> {
              throw new IllegalStateException(
                  name + ", line " + mistake.line() + ": " + mistake.message());
            });
    return file.reports();
  }

  private static Optional<String> content(String name) {
    try (InputStream in = GoldSet.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
