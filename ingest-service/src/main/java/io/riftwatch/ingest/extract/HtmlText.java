package io.riftwatch.ingest.extract;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Turns HTML into plain text: paragraphs parted by a blank line, spaces collapsed, no markup. */
public final class HtmlText {

  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]");
  private static final Pattern SPACES = Pattern.compile("[\\h\\x{200b}\\x{feff}]+");
  private static final Pattern SPACE_AT_LINE_ENDS = Pattern.compile(" ?\\R ?");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{2,}");
  private static final Pattern WHITE = Pattern.compile("\\s+");

  /** What no text means: control characters, halves of characters, soft hyphens. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\x00-\\x08\\x0E-\\x1F\\x7F\\xAD\\p{Cs}]");

  private static final Set<String> UNREAD =
      Set.of("script", "style", "noscript", "template", "iframe", "svg", "object", "head");
  private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "option");

  private HtmlText() {}

  /** The text of a string that may be HTML or plain text, as feeds give it. */
  public static String of(String htmlOrText) {
    return MARKUP.matcher(htmlOrText).find()
        ? of(Jsoup.parseBodyFragment(htmlOrText).body())
        : tidy(Parser.unescapeEntities(htmlOrText, false));
  }

  /** The same on one line: what a title is. */
  public static String line(String htmlOrText) {
    return oneLine(of(htmlOrText));
  }

  /** Plain text as it stands, on one line. */
  public static String oneLine(String text) {
    return SPACES.matcher(WHITE.matcher(printable(text)).replaceAll(" ")).replaceAll(" ").strip();
  }

  /** The text an element shows; scripts, styles and embedded documents show none. */
  public static String of(Element element) {
    StringBuilder text = new StringBuilder();
    element.traverse(new Writer(text));
    return tidy(text.toString());
  }

  /** Plain text with its spaces collapsed and its paragraphs parted by one blank line. */
  public static String tidy(String text) {
    String spaced = SPACES.matcher(printable(text)).replaceAll(" ");
    String lines = SPACE_AT_LINE_ENDS.matcher(spaced).replaceAll("\n");
    return BLANK_LINES.matcher(lines).replaceAll("\n\n").strip();
  }

  private static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("");
  }

  private static final class Writer implements NodeVisitor {

    private final StringBuilder text;
    private int unread;

    private Writer(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        if (UNREAD.contains(element.normalName())) {
          unread++;
        }
        text.append(edge(element));
      } else if (node instanceof TextNode words && unread == 0) {
        text.append(WHITE.matcher(words.getWholeText()).replaceAll(" "));
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (UNREAD.contains(element.normalName())) {
          unread--;
        }
        if (!LINES.contains(element.normalName())) {
          text.append(edge(element));
        }
      }
    }

    private static String edge(Element element) {
      if (LINES.contains(element.normalName())) {
        return "\n";
      }
      return element.isBlock() ? "\n\n" : "";
    }
  }
}
