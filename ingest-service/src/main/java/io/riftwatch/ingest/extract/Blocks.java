package io.riftwatch.ingest.extract;

import io.riftwatch.ingest.extract.Block.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Cuts what a page shows into its blocks. */
final class Blocks {

  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "svg",
          "object",
          "head",
          "math",
          "select",
          "textarea",
          "canvas",
          "audio",
          "video");
  private static final Set<String> LINES =
      Set.of("br", "li", "tr", "td", "th", "dt", "dd", "option", "summary");

  private final PageTree tree;
  private final List<Block> blocks = new ArrayList<>();
  private final ShownText text = new ShownText();
  private final int[] open;
  private int depth;
  private int linked;
  private int linkEnd;
  private int preEnd;
  private int breaks;
  private Edge edge = Edge.PARAGRAPH;

  private Blocks(PageTree tree, int root) {
    this.tree = tree;
    this.open = new int[tree.end(root) - root + 1];
    open[depth++] = root;
  }

  /** The blocks under a place, in their order; dropped subtrees give none. */
  static List<Block> of(PageTree tree, int root) {
    Blocks blocks = new Blocks(tree, root);
    blocks.walk(root);
    return blocks.blocks;
  }

  /** The blocks as plain text. */
  static String text(List<Block> blocks) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      text.append(text.isEmpty() ? "" : block.edge().gap()).append(block.text());
    }
    return HtmlText.tidy(text.toString());
  }

  private void walk(int root) {
    int end = tree.end(root);
    int place = root;
    while (place < end) {
      leave(place);
      if (tree.isDropped(place) || UNREAD.contains(tree.tag(place))) {
        if (tree.node(place) instanceof Element element && element.isBlock()) {
          cut(Edge.PARAGRAPH);
        }
        place = tree.end(place);
      } else {
        enter(place);
        place++;
      }
    }
    leave(end);
    cut(Edge.PARAGRAPH);
  }

  private void leave(int place) {
    while (depth > 1 && tree.end(open[depth - 1]) <= place) {
      cut(edgeOf(tree.tag(open[depth - 1])));
      depth--;
    }
  }

  private void enter(int place) {
    if (tree.node(place) instanceof Element element) {
      String tag = element.normalName();
      if (tag.equals("a") && element.hasAttr("href")) {
        linkEnd = Math.max(linkEnd, tree.end(place));
      } else if (tag.equals("pre")) {
        preEnd = Math.max(preEnd, tree.end(place));
      }
      if (tag.equals("br")) {
        lineBreak();
      } else if (element.isBlock() || LINES.contains(tag)) {
        cut(edgeOf(tag));
        open[depth++] = place;
      }
    } else if (tree.node(place) instanceof TextNode words) {
      append(words, place);
    }
  }

  private void append(TextNode words, int place) {
    String shown = words.getWholeText();
    if (place < preEnd) {
      text.appendPreformatted(shown);
    } else {
      text.append(shown);
    }
    if (place < linkEnd) {
      linked += shown.strip().length();
    }
  }

  private void cut(Edge kind) {
    String words = text.take();
    if (!words.isEmpty()) {
      int holder = open[depth - 1];
      blocks.add(new Block(holder, tree.tag(holder), words, linked, edge));
      edge = Edge.LINE;
      breaks = 0;
    }
    linked = 0;
    if (kind == Edge.PARAGRAPH) {
      edge = Edge.PARAGRAPH;
    }
  }

  /** Two breaks with nothing between are the end of a paragraph. */
  private void lineBreak() {
    cut(Edge.LINE);
    breaks++;
    if (breaks > 1) {
      edge = Edge.PARAGRAPH;
    }
  }

  private static Edge edgeOf(String tag) {
    return LINES.contains(tag) ? Edge.LINE : Edge.PARAGRAPH;
  }
}
