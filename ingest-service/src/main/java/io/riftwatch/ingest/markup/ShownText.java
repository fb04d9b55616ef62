package io.riftwatch.ingest.markup;

import io.riftwatch.ingest.markup.MarkupScanner.Flaw;
import java.util.Locale;
import java.util.Set;

/** The text that a piece of markup shows; scripts and styles show none. */
public final class ShownText {

  private static final Set<String> UNREAD = Set.of("script", "style", "applet", "template");
  private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "option");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hgroup",
          "hr",
          "html",
          "main",
          "menu",
          "nav",
          "noscript",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "tbody",
          "tfoot",
          "thead",
          "title",
          "ul");

  private final MarkupScanner scanner;
  private final String markup;
  private final TextFlow flow;
  private boolean isInCdata;

  private ShownText(String markup) {
    this.markup = markup;
    this.scanner = new MarkupScanner(markup);
    this.flow = new TextFlow(markup.length());
  }

  /** The text of HTML. */
  public static String ofHtml(String html) {
    ShownText shown = new ShownText(html);
    shown.read();
    return shown.flow.toString();
  }

  /** The text of XHTML: tags may be empty and prefixed, and CDATA holds text. */
  public static String ofXhtml(String xhtml) {
    ShownText shown = new ShownText(xhtml);
    shown.readXml();
    return shown.flow.toString();
  }

  private void read() {
    while (true) {
      switch (scanner.next()) {
        case FINISH -> {
          return;
        }
        case TEXT -> text();
        case START -> {
          String name = name();
          start(name);
          if (UNREAD.contains(name)) {
            scanner.passTo(name);
          }
        }
        case END -> end(name());
        case CDATA -> {
          isInCdata = true;
          scanner.moveTo(scanner.textStart());
        }
        case COMMENT, DOCTYPE -> declaration();
        case INSTRUCTION -> {}
      }
    }
  }

  /** HTML knows no CDATA; what feeds wrap twice is HTML within it. */
  private void text() {
    if (isInCdata || scanner.hasAmpersand()) {
      String text = CharacterReferences.inHtml(markup.substring(scanner.start(), scanner.end()));
      flow.words(isInCdata ? text.replace("]]>", "") : text);
    } else {
      flow.words(markup, scanner.start(), scanner.end());
    }
  }

  /** What begins like a declaration and is none is text. */
  private void declaration() {
    boolean isComment = markup.startsWith("<!--", scanner.start());
    if (!isComment && scanner.flaw() != Flaw.NONE) {
      flow.words("<!");
      scanner.moveTo(scanner.start() + 2);
    }
  }

  private void readXml() {
    while (true) {
      switch (scanner.next()) {
        case FINISH -> {
          return;
        }
        case TEXT -> text();
        case CDATA -> flow.words(markup, scanner.textStart(), scanner.textEnd());
        case START -> {
          String name = localName();
          start(name);
          if (scanner.isEmptyElement()) {
            end(name);
          } else if (UNREAD.contains(name)) {
            scanner.passTo(scanner.name());
          }
        }
        case END -> end(localName());
        case COMMENT, INSTRUCTION, DOCTYPE -> {}
      }
    }
  }

  private String name() {
    return scanner.name().toLowerCase(Locale.ROOT);
  }

  private String localName() {
    String name = name();
    return name.substring(name.indexOf(':') + 1);
  }

  private void start(String name) {
    if (LINES.contains(name)) {
      flow.line();
    } else {
      end(name);
    }
  }

  private void end(String name) {
    if (PARAGRAPHS.contains(name)) {
      flow.paragraph();
    }
  }
}
