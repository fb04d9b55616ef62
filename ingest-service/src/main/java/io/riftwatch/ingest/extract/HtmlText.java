package io.riftwatch.ingest.extract;

import io.riftwatch.ingest.markup.CharacterReferences;
import io.riftwatch.ingest.markup.ShownText;
import io.riftwatch.ingest.markup.TextFlow;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Turns HTML into plain text: paragraphs parted by a blank line, spaces collapsed, no markup. */
public final class HtmlText {

  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]");
  private static final Pattern WHITE = Pattern.compile("\\s+");

  private static final Set<String> UNREAD =
      Set.of("script", "style", "noscript", "template", "iframe", "svg", "object", "head");
  private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "option");

  private HtmlText() {}

  /** The text of a string that may be HTML or plain text, as feeds give it. */
  public static String of(String htmlOrText) {
    return htmlOrText.indexOf('<') >= 0 && MARKUP.matcher(htmlOrText).find()
        ? ShownText.ofHtml(htmlOrText)
        : tidy(CharacterReferences.inHtml(htmlOrText));
  }

  /** The same on one line: what a title is. */
  public static String line(String htmlOrText) {
    return oneLine(of(htmlOrText));
  }

  /** Plain text as it stands, on one line. */
  public static String oneLine(String text) {
    TextFlow flow = new TextFlow(text.length());
    flow.words(text);
    return flow.toString();
  }

  /** The text an element shows; scripts, styles and embedded documents show none. */
  public static String of(Element element) {
    StringBuilder text = new StringBuilder();
    element.traverse(new Writer(text));
    return tidy(text.toString());
  }

  /** Plain text with its spaces collapsed and its paragraphs parted by one blank line. */
  public static String tidy(String text) {
    TextFlow flow = new TextFlow(text.length());
    flow.lines(text);
    return flow.toString();
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
