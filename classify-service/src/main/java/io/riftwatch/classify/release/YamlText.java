package io.riftwatch.classify.release;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file as its author wrote it, of which entries can be blanked out. What remains stays on
 * its line.
 */
final class YamlText {

  /**
   * A key with its value, or an item of a list.
   *
   * @param key empty for an item
   * @param value what it holds
   * @param start of its first character
   * @param end behind its last character
   */
  record Entry(String key, Node value, int start, int end) {

    /** Whether it begins to say what it holds on a line, from 1. */
    boolean holdsFrom(int line) {
      return value.getStartMark().getLine() + 1 == line;
    }
  }

  private final String text;
  private final int[] lineStarts;

  YamlText(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      boolean pair = text.startsWith("\r\n", i);
      if ("\n\r\u0085\u2028\u2029".indexOf(text.charAt(i)) >= 0 && !pair) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The entries that a line is part of, the outermost first, as far in as the line has only one to
   * offer; the last is not all that the one before it holds. Empty where there are none or the text
   * is not YAML.
   *
   * @param line from 1
   */
  List<Entry> around(int line) {
    List<Entry> path = new ArrayList<>();
    Optional<Entry> next = root().flatMap(root -> onlyChild(root, line));
    while (next.isPresent()) {
      path.add(next.get());
      next = onlyChild(next.get().value(), line);
    }
    while (path.size() > 1 && children(path.get(path.size() - 2).value()).size() == 1) {
      path.remove(path.size() - 1);
    }
    return path;
  }

  /** Whether a parser can read it. */
  boolean isYaml() {
    try {
      parse();
      return true;
    } catch (YAMLException notYaml) {
      return false;
    }
  }

  private Optional<Node> root() {
    try {
      return Optional.ofNullable(parse());
    } catch (YAMLException notYaml) {
      return Optional.empty();
    }
  }

  private Node parse() {
    return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
  }

  private Optional<Entry> onlyChild(Node node, int line) {
    List<Entry> found =
        children(node).stream()
            .filter(e -> lineOf(e.start()) <= line && line <= lineOf(e.end() - 1))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private List<Entry> children(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream().map(this::pair).toList();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::item).toList();
    }
    return List.of();
  }

  private Entry pair(NodeTuple tuple) {
    Node key = tuple.getKeyNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    return entry(name, tuple.getValueNode(), offset(key.getStartMark()));
  }

  private Entry item(Node node) {
    int start = offset(node.getStartMark());
    int dash = start - 1;
    while (dash >= 0 && (text.charAt(dash) == ' ' || text.charAt(dash) == '\n')) {
      dash--;
    }
    return entry("", node, dash >= 0 && text.charAt(dash) == '-' ? dash : start);
  }

  /** A block ends where the next begins: the blanks between are not part of it. */
  private Entry entry(String key, Node value, int start) {
    int end = offset(value.getEndMark());
    while (end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Entry(key, value, start, Math.max(end, start + 1));
  }

  private int offset(Mark mark) {
    int start = lineStarts[Math.min(mark.getLine(), lineStarts.length - 1)];
    return text.offsetByCodePoints(start, mark.getColumn());
  }

  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The text with blanks in place of an entry and of the comma behind it. */
  String without(Entry entry) {
    int end = entry.end();
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && text.charAt(next) == ',') {
      end = next + 1;
    }
    StringBuilder blanked = new StringBuilder(text);
    for (int i = entry.start(); i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }
}
