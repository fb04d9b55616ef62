package io.riftwatch.ingest.article;

import io.riftwatch.ingest.extract.WordList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines that an outlet sets around its reports, and that change without the report. */
final class OutletLines {

  private static final List<Pattern> LINES =
      WordList.read(OutletLines.class, "outlet-lines.txt").stream()
          .map(line -> Pattern.compile(line, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
          .toList();

  /** A line longer than this is a sentence, whatever it begins with. */
  private static final int LONGEST = 200;

  private OutletLines() {}

  /** The text without such lines. */
  static String remove(String text) {
    return text.lines().filter(line -> !isOutlets(line.strip())).collect(Collectors.joining("\n"));
  }

  private static boolean isOutlets(String line) {
    return line.length() <= LONGEST && LINES.stream().anyMatch(p -> p.matcher(line).matches());
  }
}
