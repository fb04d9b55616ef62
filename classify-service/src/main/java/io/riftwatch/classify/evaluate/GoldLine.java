package io.riftwatch.classify.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One line of a file of labelled reports. */
final class GoldLine {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern STATE = Pattern.compile("[A-Z]{3,4}");

  private GoldLine() {}

  /**
   * @throws UnfitLine where the line says something else than a labelled report
   */
  static LabelledReport report(JsonNode line) {
    String title = text(line, "title").orElse("");
    String text = text(line, "text").orElse("");
    if (title.isBlank() && text.isBlank()) {
      throw new UnfitLine("title and text are empty: write at least one of them");
    }
    return new LabelledReport(
        text(line, "id").filter(id -> !id.isBlank()).orElseThrow(() -> missing("id")),
        matching(line, "lang", LANGUAGE, "en").orElseThrow(() -> missing("lang")),
        noon(line),
        title,
        text,
        constant(line, "split", Split.class),
        labels(line.path("signals")),
        Set.of());
  }

  private static List<Label> labels(JsonNode signals) {
    if (!signals.isArray()) {
      throw new UnfitLine("'signals' is no list: write [] where the report states no measure");
    }
    List<Label> labels = new ArrayList<>();
    signals.forEach(signal -> labels.add(label(signal)));
    return labels;
  }

  private static Label label(JsonNode signal) {
    if (!signal.isObject()) {
      throw new UnfitLine("'signals' holds what is no JSON object: write {\"type\": ..., ...}");
    }
    return new Label(
        Frame.of(
            constant(signal, "type", SignalType.class).orElseThrow(() -> missing("type")),
            matching(signal, "actor", STATE, "FRA"),
            matching(signal, "target", STATE, "FRA"),
            constant(signal, "status", Status.class).orElseThrow(() -> missing("status"))),
        count(signal.path("count")));
  }

  private static Optional<Integer> count(JsonNode count) {
    if (count.isMissingNode() || count.isNull()) {
      return Optional.empty();
    }
    if (!count.canConvertToInt() || !count.isIntegralNumber() || count.intValue() < 1) {
      throw new UnfitLine("'count' is " + count + ": write a whole number from 1, or null");
    }
    return Optional.of(count.intValue());
  }

  /** A report is read as of the noon of its day. */
  private static Optional<Instant> noon(JsonNode line) {
    try {
      return text(line, "date")
          .map(day -> LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      throw new UnfitLine(
          "'date' is " + line.get("date") + ": write a day like 2025-09-19, or null");
    }
  }

  private static Optional<String> matching(
      JsonNode node, String field, Pattern pattern, String example) {
    return text(node, field)
        .map(
            value -> {
              if (!pattern.matcher(value).matches()) {
                throw new UnfitLine(
                    "'%s' is '%s': write a code like %s".formatted(field, value, example));
              }
              return value;
            });
  }

  private static <E extends Enum<E>> Optional<E> constant(
      JsonNode node, String field, Class<E> type) {
    return text(node, field)
        .map(
            value ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new UnfitLine(
                                "'%s' is '%s': write one of %s"
                                    .formatted(field, value, List.of(type.getEnumConstants())))));
  }

  private static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new UnfitLine("'" + field + "' is " + value + ": write text in quotes");
    }
    return Optional.of(value.textValue());
  }

  private static UnfitLine missing(String field) {
    return new UnfitLine("'" + field + "' is missing: add it");
  }
}
