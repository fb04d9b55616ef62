package io.riftwatch.ingest.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The elements and texts of a page in document order, each known by its place from 0, so that every
 * question about a subtree is a loop over a range and no page is too deep.
 */
final class PageTree {

  private final List<Node> nodes;
  private final int[] parents;
  private final int[] ends;
  private final BitSet dropped = new BitSet();

  private PageTree(List<Node> nodes, int[] parents, int[] ends) {
    this.nodes = nodes;
    this.parents = parents;
    this.ends = ends;
  }

  /**
   * Lays out what stands under an element, itself at place 0.
   *
   * @param mostNodes how many nodes are read; what comes behind them is not
   */
  static PageTree of(Element root, int mostNodes) {
    Layout layout = new Layout(mostNodes);
    NodeTraversor.filter(layout, root);
    return layout.tree();
  }

  int size() {
    return nodes.size();
  }

  Node node(int place) {
    return nodes.get(place);
  }

  boolean isElement(int place) {
    return nodes.get(place) instanceof Element;
  }

  /** The tag of an element in lower case, empty for a text. */
  String tag(int place) {
    return nodes.get(place) instanceof Element element ? element.normalName() : "";
  }

  /** The place of the parent; -1 for the root. */
  int parent(int place) {
    return parents[place];
  }

  /** The place behind the last node of the subtree. */
  int end(int place) {
    return ends[place];
  }

  boolean isWithin(int place, int ancestor) {
    return place >= ancestor && place < ends[ancestor];
  }

  /** Those of some places in their order that stand in no other of them. */
  List<Integer> outermost(List<Integer> places) {
    List<Integer> outer = new ArrayList<>();
    int end = 0;
    for (int place : places) {
      if (place >= end) {
        outer.add(place);
        end = ends[place];
      }
    }
    return outer;
  }

  /** The smallest element around all of some places in their order. */
  int common(List<Integer> places) {
    int common = places.get(0);
    int last = places.get(places.size() - 1);
    while (!isWithin(last, common)) {
      common = parents[common];
    }
    return common;
  }

  /** Takes a subtree out of what is read. */
  void drop(int place) {
    dropped.set(place, ends[place]);
  }

  boolean isDropped(int place) {
    return dropped.get(place);
  }

  /** Adds what each place holds to all its ancestors. */
  void sumUp(double[] held) {
    for (int place = size() - 1; place > 0; place--) {
      held[parents[place]] += held[place];
    }
  }

  private static final class Layout implements NodeFilter {

    private final int mostNodes;
    private final List<Node> nodes = new ArrayList<>();
    private final List<int[]> spans = new ArrayList<>();
    private int open = -1;

    private Layout(int mostNodes) {
      this.mostNodes = mostNodes;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if (!(node instanceof Element) && !(node instanceof TextNode)) {
        return FilterResult.CONTINUE;
      }
      if (nodes.size() >= mostNodes) {
        return FilterResult.STOP;
      }
      int place = nodes.size();
      nodes.add(node);
      spans.add(new int[] {open, -1});
      if (node instanceof Element) {
        open = place;
      } else {
        spans.get(place)[1] = place + 1;
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element) {
        spans.get(open)[1] = nodes.size();
        open = spans.get(open)[0];
      }
      return FilterResult.CONTINUE;
    }

    private PageTree tree() {
      int[] parents = new int[nodes.size()];
      int[] ends = new int[nodes.size()];
      for (int place = 0; place < parents.length; place++) {
        int[] span = spans.get(place);
        parents[place] = span[0];
        ends[place] = span[1] < 0 ? nodes.size() : span[1];
      }
      return new PageTree(nodes, parents, ends);
    }
  }
}
