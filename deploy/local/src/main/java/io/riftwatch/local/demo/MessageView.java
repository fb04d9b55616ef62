package io.riftwatch.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.riftwatch.local.terminal.Terminal;
import io.riftwatch.local.terminal.Terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows a Slack message (Block Kit) on a terminal, about as Slack would show it. */
final class MessageView {

  private static final int WIDTH = 96;
  private static final Pattern LINK = Pattern.compile("<(https?://[^|>]+)(?:\\|([^>]*))?>");
  private static final Pattern BOLD = Pattern.compile("(?<![\\w*])\\*([^*\\n]+)\\*(?![\\w*])");
  private static final Pattern ITALIC = Pattern.compile("(?<![\\w_])_([^_\\n]+)_(?![\\w_])");

  private static final Pattern ADDRESS = Pattern.compile("https?://[^|>\\s\"\\\\]+");

  private final Terminal terminal;

  MessageView(Terminal terminal) {
    this.terminal = terminal;
  }

  List<String> lines(JsonNode payload) {
    List<String> lines = new ArrayList<>();
    for (JsonNode block : payload.path("blocks")) {
      switch (block.path("type").asText()) {
        case "header" -> lines.add(terminal.styled(Style.STRONG, block.at("/text/text").asText()));
        case "section" -> {
          addWrapped(lines, block.at("/text/text").asText(""));
          block.path("fields").forEach(f -> addWrapped(lines, f.path("text").asText()));
        }
        case "context" ->
            block.path("elements").forEach(e -> addDimmed(lines, e.path("text").asText("")));
        case "actions" ->
            block
                .path("elements")
                .forEach(
                    e ->
                        lines.add(
                            "[" + e.at("/text/text").asText() + "] " + e.path("url").asText()));
        case "divider" -> lines.add("─".repeat(24));
        default -> lines.add("(" + block.path("type").asText() + ")");
      }
    }
    if (lines.isEmpty()) {
      addWrapped(lines, payload.path("text").asText());
    }
    return lines;
  }

  /** The addresses a message links to. */
  static List<String> links(JsonNode payload) {
    return ADDRESS.matcher(payload.toString()).results().map(MatchResult::group).toList();
  }

  private void addDimmed(List<String> lines, String text) {
    List<String> wrapped = new ArrayList<>();
    addWrapped(wrapped, text);
    wrapped.forEach(l -> lines.add(terminal.styled(Style.DIM, l)));
  }

  private void addWrapped(List<String> lines, String mrkdwn) {
    for (String line : plain(mrkdwn).split("\\n")) {
      String rest = line;
      while (rest.length() > WIDTH) {
        int space = rest.lastIndexOf(' ', WIDTH);
        int cut = space > WIDTH / 2 ? space : WIDTH;
        lines.add(rest.substring(0, cut));
        rest = "   " + rest.substring(cut).strip();
      }
      lines.add(rest);
    }
  }

  private String plain(String mrkdwn) {
    String text =
        LINK.matcher(mrkdwn)
            .replaceAll(
                m -> Matcher.quoteReplacement(m.group(2) == null ? m.group(1) : m.group(2)));
    text =
        BOLD.matcher(text)
            .replaceAll(m -> Matcher.quoteReplacement(terminal.styled(Style.STRONG, m.group(1))));
    text = ITALIC.matcher(text).replaceAll("$1");
    return text.replace(":new:", terminal.styled(Style.GOOD, "NEW"))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
