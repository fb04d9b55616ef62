package io.riftwatch.alert.channel;

import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.alert.contract.Alert.Report;
import io.riftwatch.alert.wording.Wording;
import io.riftwatch.classify.contract.Status;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An alert as a message of Slack's Block Kit: what a duty officer reads at a glance. */
final class SlackMessage {

  private static final int HEADER_LIMIT = 150;
  private static final int QUOTE_LIMIT = 280;
  private static final int QUOTES = 3;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Wording wording;

  SlackMessage(Wording wording) {
    this.wording = wording;
  }

  /** The message's JSON, with a plain text for notifications. */
  Map<String, Object> of(Alert alert) {
    List<Object> blocks = new ArrayList<>();
    blocks.add(
        Map.of("type", "header", "text", plain(Mrkdwn.clip(alert.headline(), HEADER_LIMIT))));
    blocks.add(context(summary(alert)));
    addSection(blocks, measures(alert));
    addSection(blocks, quotes(alert));
    addContext(blocks, sources(alert));
    addContext(blocks, background(alert));
    blocks.add(button(alert));
    blocks.add(context("alert " + Mrkdwn.escape(alert.id())));
    return Map.of("text", Mrkdwn.escape(alert.headline()), "blocks", blocks);
  }

  private String summary(Alert alert) {
    if (alert.kind() == Kind.TEST) {
      return "*%s* · %s".formatted(title(alert.kind()), Mrkdwn.escape(alert.reason()));
    }
    return "*%s* · %s · level %d of 6 · %s"
        .formatted(
            title(alert.kind()),
            Mrkdwn.escape(wording.states().pair(alert.pair())),
            alert.level(),
            Mrkdwn.escape(alert.reason()));
  }

  private static String title(Kind kind) {
    return switch (kind) {
      case OPENED -> "New incident";
      case ESCALATED -> "Escalation";
      case MEASURE -> "Further measure";
      case NORMALISED -> "Easing";
      case TEST -> "Test";
    };
  }

  private List<String> measures(Alert alert) {
    Set<String> changed = alert.changed().stream().map(Measure::id).collect(Collectors.toSet());
    return alert.measures().stream()
        .map(measure -> measure(measure, changed.contains(measure.id())))
        .toList();
  }

  private String measure(Measure measure, boolean changed) {
    String what = Mrkdwn.escape(wording.done(measure));
    return "%s *%s*: %s%s · %s · %s"
        .formatted(
            changed ? ":new:" : "•",
            Mrkdwn.escape(wording.direction(measure)),
            measure.status() == Status.REVERSED ? "~" + what + "~ taken back" : what,
            measure.reciprocal() ? " (reciprocal)" : "",
            day(measure.on()),
            count(measure.independentSources(), "source"));
  }

  private List<String> quotes(Alert alert) {
    return alert.changed().stream()
        .flatMap(measure -> measure.sources().stream())
        .filter(report -> !report.wireCopy() && !report.quote().isBlank())
        .limit(QUOTES)
        .map(
            report ->
                "> “%s” — %s (%s)"
                    .formatted(
                        Mrkdwn.escape(Mrkdwn.clip(report.quote(), QUOTE_LIMIT)),
                        link(report),
                        Mrkdwn.escape(report.language())))
        .toList();
  }

  private static List<String> sources(Alert alert) {
    return alert.changed().stream()
        .filter(measure -> !measure.sources().isEmpty())
        .map(SlackMessage::sources)
        .toList();
  }

  private static String sources(Measure measure) {
    String own =
        measure.sources().stream()
            .filter(report -> !report.wireCopy())
            .map(SlackMessage::link)
            .collect(Collectors.joining(", "));
    String copies =
        measure.sources().stream()
            .filter(Report::wireCopy)
            .map(SlackMessage::link)
            .collect(Collectors.joining(", "));
    String counted = count(measure.independentSources(), "independent source") + ": " + own;
    return copies.isEmpty() ? counted : counted + " · wire copies: " + copies;
  }

  /** Without a day: a report that recalls an earlier act seldom says on which day it was. */
  private List<String> background(Alert alert) {
    return alert.background().stream()
        .map(measure -> "Background: " + Mrkdwn.escape(wording.line(measure)))
        .toList();
  }

  private static String link(Report report) {
    return Mrkdwn.link(report.url(), report.outlet());
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static void addSection(List<Object> blocks, List<String> lines) {
    if (!lines.isEmpty()) {
      blocks.add(Map.of("type", "section", "text", mrkdwn(Mrkdwn.lines(lines))));
    }
  }

  private static void addContext(List<Object> blocks, List<String> lines) {
    if (!lines.isEmpty()) {
      blocks.add(context(Mrkdwn.lines(lines)));
    }
  }

  private static Map<String, Object> context(String text) {
    return Map.of("type", "context", "elements", List.of(mrkdwn(text)));
  }

  private static Map<String, Object> button(Alert alert) {
    String label = alert.kind() == Kind.TEST ? "Open channels" : "Open incident";
    return Map.of(
        "type",
        "actions",
        "elements",
        List.of(Map.of("type", "button", "text", plain(label), "url", alert.url().toString())));
  }

  private static Map<String, Object> mrkdwn(String text) {
    return Map.of("type", "mrkdwn", "text", text);
  }

  private static Map<String, Object> plain(String text) {
    return Map.of("type", "plain_text", "text", text);
  }
}
