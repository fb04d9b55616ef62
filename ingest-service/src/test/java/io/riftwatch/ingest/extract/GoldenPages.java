package io.riftwatch.ingest.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages under {@code pages/}, each beside the text that a reader would copy out of it. */
final class GoldenPages {

  static final PageReader READER = new PageReader(new PageLimits(4_000_000, 200_000));
  static final URI URL = URI.create("https://outlet.example/world/story.html");

  private static final Path PAGES = Path.of("src/test/resources/pages");

  private GoldenPages() {}

  static List<String> names() {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .map(name -> name.substring(0, name.length() - ".html".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] html(String name) {
    try {
      return Files.readAllBytes(PAGES.resolve(name + ".html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try {
      return Files.readString(PAGES.resolve(name + ".txt")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
