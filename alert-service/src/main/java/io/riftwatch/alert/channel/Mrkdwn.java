package io.riftwatch.alert.channel;

import java.net.URI;
import java.util.List;

/** Slack's markup: its three control characters, its links, its limit of a text's length. */
final class Mrkdwn {

  /** Characters of one text object. */
  static final int TEXT_LIMIT = 3000;

  private static final int ROOM_FOR_REST = 40;

  private Mrkdwn() {}

  static String escape(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  static String link(URI url, String text) {
    String safe = url.toASCIIString().replace("|", "%7C").replace("&", "&amp;");
    return "<" + safe + "|" + escape(text) + ">";
  }

  /** The first characters of a plain text. */
  static String clip(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  /** As many whole lines as one text object holds, and how many more there are. */
  static String lines(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (text.length() + 1 + lines.get(i).length() > TEXT_LIMIT - ROOM_FOR_REST) {
        return text.append("\n… and ").append(lines.size() - i).append(" more").toString();
      }
      text.append(i == 0 ? "" : "\n").append(lines.get(i));
    }
    return text.toString();
  }
}
