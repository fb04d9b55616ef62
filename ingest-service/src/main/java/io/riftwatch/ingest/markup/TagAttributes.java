package io.riftwatch.ingest.markup;

import java.util.ArrayList;
import java.util.List;

/** Reads the attributes of a tag, with or without quotes, values or spaces between them. */
final class TagAttributes {

  private TagAttributes() {}

  /** The first attributes, so many at most, between the end of the tag's name and of the tag. */
  static List<Attribute> in(String source, int from, int end, int most) {
    List<Attribute> attributes = new ArrayList<>();
    int at = skipToName(source, from, end);
    while (at < end && attributes.size() < most) {
      int nameFrom = at;
      at = endOfName(source, at, end);
      String name = source.substring(nameFrom, at);
      int equals = skipWhite(source, at);
      if (equals < end && source.charAt(equals) == '=') {
        int valueFrom = skipWhite(source, equals + 1);
        at = endOfValue(source, valueFrom);
        attributes.add(new Attribute(name, value(source, valueFrom, at)));
      } else {
        attributes.add(new Attribute(name, ""));
      }
      at = skipToName(source, at, end);
    }
    return attributes;
  }

  /** The end of an attribute's value; quotes that are opened and not closed are no quotes. */
  static int endOfValue(String source, int from) {
    if (from >= source.length()) {
      return source.length();
    }
    char quote = source.charAt(from);
    if (isQuote(quote)) {
      int closing = source.indexOf(quote, from + 1);
      if (closing >= 0 && closes(source, from, closing)) {
        return closing + 1;
      }
    }
    int at = from;
    while (at < source.length() && !isWhite(source.charAt(at)) && source.charAt(at) != '>') {
      at++;
    }
    boolean isEmptyElement = at > from && at < source.length() && source.startsWith("/>", at - 1);
    return isEmptyElement ? at - 1 : at;
  }

  static boolean isQuoted(String source, int from, int to) {
    return to - from >= 2
        && isQuote(source.charAt(from))
        && source.charAt(from) == source.charAt(to - 1);
  }

  static int skipWhite(String source, int from) {
    int at = from;
    while (at < source.length() && isWhite(source.charAt(at))) {
      at++;
    }
    return at;
  }

  /** A quote with tags before it closes the value only where an attribute or the tag ends. */
  private static boolean closes(String source, int opening, int closing) {
    int tagEnd = opening;
    while (tagEnd < closing && source.charAt(tagEnd) != '>') {
      tagEnd++;
    }
    if (tagEnd == closing || closing + 1 >= source.length()) {
      return true;
    }
    char after = source.charAt(closing + 1);
    return isWhite(after) || after == '>' || after == '/' || after == '?';
  }

  private static String value(String source, int from, int to) {
    if (isQuoted(source, from, to)) {
      return source.substring(from + 1, to - 1);
    }
    return from < to && isQuote(source.charAt(from))
        ? source.substring(from + 1, to)
        : source.substring(from, to);
  }

  private static int endOfName(String source, int from, int end) {
    int at = from + 1;
    while (at < end && !isWhite(source.charAt(at)) && "=>/<".indexOf(source.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** The next place at which an attribute's name may begin. */
  private static int skipToName(String source, int from, int end) {
    int at = from;
    while (at < end && (isWhite(source.charAt(at)) || "/>?".indexOf(source.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isWhite(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
