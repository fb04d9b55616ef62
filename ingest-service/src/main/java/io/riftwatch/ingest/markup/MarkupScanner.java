package io.riftwatch.ingest.markup;

import java.util.List;

/**
 * Cuts XML or HTML into tokens as it comes, well-formed or not, in one pass and without copying.
 *
 * <p>What cannot be markup is text: a {@code <} that begins no name, for example. What is not
 * finished ends where the next markup begins, or with the source.
 */
public final class MarkupScanner {

  /** What a piece of the source is. */
  public enum Token {
    TEXT,
    START,
    END,
    CDATA,
    COMMENT,
    INSTRUCTION,
    DOCTYPE,
    FINISH
  }

  /** What was wrong with the last token. */
  public enum Flaw {
    NONE,
    /** A {@code <} stands for itself. */
    STRAY_LESS_THAN,
    /** A tag has no {@code >}. */
    UNFINISHED_TAG,
    /** An attribute has no quotes, or no end to them. */
    UNQUOTED_ATTRIBUTE,
    /** A comment does not end as comments do. */
    UNFINISHED_COMMENT,
    /** The source ends within the token. */
    CUT
  }

  private static final String CDATA_OPENS = "<![CDATA[";
  private static final String COMMENT_OPENS = "<!--";

  private final String source;
  private final int length;
  private final NextPlace ampersand;
  private final NextPlace commentEnd;
  private final NextPlace instructionEnd;
  private int start;
  private int end;
  private int nameEnd;
  private Flaw flaw = Flaw.NONE;

  public MarkupScanner(String source) {
    this.source = source;
    this.length = source.length();
    this.ampersand = new NextPlace(source, "&");
    this.commentEnd = new NextPlace(source, "-->");
    this.instructionEnd = new NextPlace(source, "?>");
  }

  /** Goes on to the next token. */
  public Token next() {
    start = end;
    flaw = Flaw.NONE;
    if (start == length) {
      return Token.FINISH;
    }
    if (source.charAt(start) != '<' || !opensMarkup(start)) {
      return text();
    }
    return switch (source.charAt(start + 1)) {
      case '/' -> tag(Token.END, start + 2);
      case '!' -> declaration();
      case '?' -> instruction();
      default -> tag(Token.START, start + 1);
    };
  }

  /** Where the last token begins. */
  public int start() {
    return start;
  }

  /** Where the last token ends, and the next begins. */
  public int end() {
    return end;
  }

  /** What was wrong with the last token. */
  public Flaw flaw() {
    return flaw;
  }

  /** Goes back, or on, to a place; the next token begins there. */
  public void moveTo(int place) {
    end = place;
  }

  /** Where the text of the last TEXT or CDATA begins. */
  public int textStart() {
    return source.startsWith(CDATA_OPENS, start) ? start + CDATA_OPENS.length() : start;
  }

  /** Where the text of the last TEXT or CDATA ends. */
  public int textEnd() {
    return textStart() == start || flaw == Flaw.CUT ? end : end - 3;
  }

  /** The name of the last START or END, as written. */
  public String name() {
    return source.substring(nameStart(), nameEnd);
  }

  /** Whether the last START or END has that name. */
  public boolean isNamed(String name) {
    int from = nameStart();
    return nameEnd - from == name.length() && source.startsWith(name, from);
  }

  /** The same for whoever is careless about capitals. */
  public boolean isNamedLike(String name) {
    int from = nameStart();
    return nameEnd - from == name.length()
        && source.regionMatches(true, from, name, 0, name.length());
  }

  /** Whether the last START or END has that name, behind a prefix or without one. */
  public boolean isNamedLocally(String local) {
    int from = nameEnd - local.length();
    return from >= nameStart()
        && source.startsWith(local, from)
        && (from == nameStart() || source.charAt(from - 1) == ':');
  }

  /** Whether the last TEXT has a reference, or what begins like one. */
  public boolean hasAmpersand() {
    int at = ampersand.atOrAfter(start);
    return at >= 0 && at < end;
  }

  /** Whether the last TEXT is nothing but white space. */
  public boolean isBlank() {
    for (int at = start; at < end; at++) {
      if (!Character.isWhitespace(source.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the last START ends in {@code />} and is an element of its own. */
  public boolean isEmptyElement() {
    return flaw != Flaw.CUT && end - 2 >= nameEnd && source.charAt(end - 2) == '/';
  }

  /** Whether the last START has anything but its name. */
  public boolean hasAttributes() {
    return end - nameEnd > 2;
  }

  /** The first attributes of the last START, so many at most, as written. */
  public List<Attribute> attributes(int most) {
    return TagAttributes.in(source, nameEnd, end, most);
  }

  /** Passes over what stands before the end tag of a name, whatever it holds. */
  public void passTo(String name) {
    int at = source.indexOf("</", end);
    while (at >= 0 && !source.regionMatches(true, at + 2, name, 0, name.length())) {
      at = source.indexOf("</", at + 2);
    }
    end = at < 0 ? length : at;
  }

  private int nameStart() {
    return source.charAt(start + 1) == '/' ? start + 2 : start + 1;
  }

  private boolean opensMarkup(int at) {
    if (at + 1 >= length) {
      return false;
    }
    char next = source.charAt(at + 1);
    if (next == '/') {
      return at + 2 < length && startsName(source.charAt(at + 2));
    }
    return next == '!' || next == '?' || startsName(next);
  }

  private Token text() {
    int at = source.indexOf('<', start);
    while (at >= 0 && !opensMarkup(at)) {
      flaw = Flaw.STRAY_LESS_THAN;
      at = source.indexOf('<', at + 1);
    }
    end = at < 0 ? length : at;
    return Token.TEXT;
  }

  private Token tag(Token token, int nameFrom) {
    int at = nameFrom;
    while (at < length && continuesName(source.charAt(at))) {
      at++;
    }
    nameEnd = at;
    while (at < length) {
      char c = source.charAt(at);
      if (c == '>') {
        end = at + 1;
        return token;
      }
      if (c == '<') {
        flaw = Flaw.UNFINISHED_TAG;
        end = at;
        return token;
      }
      at = c == '=' ? value(at + 1) : at + 1;
    }
    flaw = Flaw.CUT;
    end = length;
    return token;
  }

  private int value(int afterEquals) {
    int from = TagAttributes.skipWhite(source, afterEquals);
    int to = TagAttributes.endOfValue(source, from);
    if (!TagAttributes.isQuoted(source, from, to)) {
      flaw = Flaw.UNQUOTED_ATTRIBUTE;
    }
    return to;
  }

  private Token declaration() {
    if (source.startsWith(CDATA_OPENS, start)) {
      return until("]]>", start + CDATA_OPENS.length(), Token.CDATA);
    }
    if (source.startsWith(COMMENT_OPENS, start)) {
      return comment();
    }
    if (source.regionMatches(true, start, "<!DOCTYPE", 0, 9)) {
      end = endOfDoctype();
      return Token.DOCTYPE;
    }
    flaw = Flaw.UNFINISHED_COMMENT;
    return until(">", start + 2, Token.COMMENT);
  }

  private Token comment() {
    int closing = commentEnd.atOrAfter(start + 2);
    if (closing >= 0) {
      end = closing + 3;
      return Token.COMMENT;
    }
    flaw = Flaw.UNFINISHED_COMMENT;
    int from = start + COMMENT_OPENS.length();
    int dashes = source.indexOf("--", from);
    return until(">", dashes < 0 ? from : dashes, Token.COMMENT);
  }

  private Token instruction() {
    int closing = instructionEnd.atOrAfter(start + 2);
    int tag = source.indexOf('<', start + 2);
    if (closing >= 0 && (tag < 0 || closing < tag)) {
      end = closing + 2;
      return Token.INSTRUCTION;
    }
    flaw = Flaw.UNFINISHED_TAG;
    return until(">", start + 2, Token.INSTRUCTION);
  }

  private Token until(String closing, int from, Token token) {
    int at = source.indexOf(closing, from);
    if (at < 0) {
      flaw = Flaw.CUT;
      end = length;
    } else {
      end = at + closing.length();
    }
    return token;
  }

  /** A DOCTYPE may hold declarations between brackets, and these may hold quotes and comments. */
  private int endOfDoctype() {
    boolean inSubset = false;
    int at = start + 9;
    while (at < length) {
      char c = source.charAt(at);
      if (c == '"' || c == '\'') {
        int closing = source.indexOf(c, at + 1);
        at = closing < 0 ? at : closing;
      } else if (source.startsWith(COMMENT_OPENS, at)) {
        int closing = commentEnd.atOrAfter(at);
        at = closing < 0 ? at : closing + 2;
      } else if (c == '[') {
        inSubset = true;
      } else if (c == ']') {
        inSubset = false;
      } else if (c == '>' && !inSubset) {
        return at + 1;
      }
      at++;
    }
    flaw = Flaw.CUT;
    return length;
  }

  private static boolean startsName(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || c == ':'
        || c >= 0xC0 && Character.isLetter(c);
  }

  private static boolean continuesName(char c) {
    return startsName(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == 0xB7;
  }
}
