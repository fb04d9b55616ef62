package io.riftwatch.ingest.extract;

import io.riftwatch.ingest.markup.CharacterReferences;
import io.riftwatch.ingest.markup.ShownText;
import io.riftwatch.ingest.markup.TextFlow;
import java.util.regex.Pattern;

/** Turns HTML into plain text: paragraphs parted by a blank line, spaces collapsed, no markup. */
public final class HtmlText {

  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!]");

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

  /** Plain text with its spaces collapsed and its paragraphs parted by one blank line. */
  public static String tidy(String text) {
    TextFlow flow = new TextFlow(text.length());
    flow.lines(text);
    return flow.toString();
  }
}
