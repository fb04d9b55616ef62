package io.riftwatch.local.demo;

import io.riftwatch.local.terminal.Terminal;
import io.riftwatch.local.terminal.Terminal.Style;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The demo's last words. */
final class Summary {

  private final Terminal terminal;

  Summary(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(Outcome outcome) {
    terminal.line("");
    terminal.line(terminal.styled(Style.STRONG, "── Summary " + "─".repeat(48)));
    row("articles read", outcome.articles() + " of " + outcome.published());
    row("signals", String.valueOf(outcome.signals()));
    outcome
        .theCase()
        .forEach(
            incident -> {
              row(
                  "incident",
                  incident.path("title").asText()
                      + ", level "
                      + incident.path("level").asInt()
                      + " of 6");
              Outcome.measures(incident).forEach(m -> row("  measure", m));
            });
    row("messages", String.valueOf(outcome.messages().size()));
    row("false alerts", String.valueOf(outcome.falseAlerts()));
    row(
        "publication to Slack",
        "p50 %s, p99 %s"
            .formatted(seconds(outcome.percentile(0.5)), seconds(outcome.percentile(0.99))));
    if (!outcome.unread().isEmpty()) {
      row("not read yet", unread(outcome));
    }
    terminal.line("");
    List<String> faults = outcome.faults();
    if (faults.isEmpty()) {
      terminal.line(
          terminal.styled(
              Style.GOOD, "All as the case demands: one incident, each measure told once."));
    } else {
      faults.forEach(
          f -> terminal.line(terminal.styled(Style.BAD, "Not as the case demands: " + f)));
    }
  }

  private static String unread(Outcome outcome) {
    return outcome.unread().entrySet().stream()
            .map(
                e ->
                    e.getValue()
                        + " reports in "
                        + Locale.forLanguageTag(e.getKey()).getDisplayLanguage(Locale.ENGLISH))
            .collect(Collectors.joining(", "))
        + ": no rule pack reads these languages";
  }

  private void row(String name, String value) {
    terminal.line(String.format("  %-22s %s", name, value));
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
