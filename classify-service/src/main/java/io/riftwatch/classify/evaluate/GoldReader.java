package io.riftwatch.classify.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads labelled reports, one JSON object a line: {@code {id, lang, date, title, text, split,
 * signals: [{type, actor, target, status, count}]}}. Other fields are passed over, blank lines too.
 */
public final class GoldReader {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final List<LabelledReport> reports = new ArrayList<>();
  private final List<GoldFile.Mistake> mistakes = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private GoldReader() {}

  /** All reports of a file, and all its mistakes. */
  public static GoldFile read(String file) {
    GoldReader reader = new GoldReader();
    int number = 0;
    for (String line : (Iterable<String>) file.lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        reader.readLine(number, line);
      }
    }
    return new GoldFile(reader.reports, reader.mistakes);
  }

  private void readLine(int number, String line) {
    try {
      LabelledReport report = GoldLine.report(object(line));
      Optional<Integer> before = Optional.ofNullable(lines.putIfAbsent(report.id(), number));
      if (before.isPresent()) {
        throw new UnfitLine(
            "the id '" + report.id() + "' stands in line " + before.get() + " already: change one");
      }
      reports.add(report);
    } catch (UnfitLine unfit) {
      mistakes.add(new GoldFile.Mistake(number, unfit.getMessage()));
    }
  }

  private static JsonNode object(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new UnfitLine("is no JSON object: write {\"id\": ..., \"lang\": ..., ...}");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new UnfitLine("is no JSON: " + e.getOriginalMessage());
    }
  }
}
