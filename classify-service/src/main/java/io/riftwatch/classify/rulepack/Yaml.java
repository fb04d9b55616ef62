package io.riftwatch.classify.rulepack;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A node of a rule pack's YAML file that knows its line, so that every mistake can be named. */
final class Yaml {

  private final String file;
  private final Node node;

  private Yaml(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  static Yaml parse(String file, String content) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Node root =
          new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
              .compose(new StringReader(content));
      if (root == null) {
        throw new RulePackException(
            file, 1, "the file is empty: write the keys RULES.md describes");
      }
      return new Yaml(file, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new RulePackException(
          file, line, "not YAML: " + e.getProblem() + "; check indentation, quotes and brackets");
    }
  }

  /** An error at this node. */
  RulePackException mistake(String what) {
    return new RulePackException(file, node.getStartMark().getLine() + 1, what);
  }

  /** The entries of a mapping, in order; a key that stands twice is a mistake. */
  Map<String, Yaml> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw mistake("here must stand 'key: value' lines");
    }
    Map<String, Yaml> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Yaml key = new Yaml(file, tuple.getKeyNode());
      if (entries.put(key.text(), new Yaml(file, tuple.getValueNode())) != null) {
        throw key.mistake("'" + key.text() + "' stands twice: join the two");
      }
    }
    return entries;
  }

  /** The entries of a mapping that knows only some keys. */
  Map<String, Yaml> entries(Set<String> known) {
    Map<String, Yaml> entries = entries();
    for (var entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw entry.getValue().mistake(unknown("key", entry.getKey(), known));
      }
    }
    return entries;
  }

  /** The value of a key that must be there. */
  Yaml required(Map<String, Yaml> entries, String key) {
    return Optional.ofNullable(entries.get(key))
        .orElseThrow(() -> mistake("'" + key + "' is missing: add it"));
  }

  /** A single value. */
  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw mistake("here must stand one word or text");
  }

  /** A whole number. */
  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw mistake("'" + text() + "' is not a whole number: write digits");
    }
  }

  /** The nodes of a list; a single value is a list of one. */
  List<Yaml> items() {
    if (node instanceof SequenceNode sequence) {
      List<Yaml> items = new ArrayList<>();
      sequence.getValue().forEach(item -> items.add(new Yaml(file, item)));
      return items;
    }
    return List.of(this);
  }

  /** The texts of a list. */
  List<String> texts() {
    return items().stream().map(Yaml::text).toList();
  }

  /** The constant a text names, in any case and with - for _. */
  <E extends Enum<E>> E constant(Class<E> type) {
    String name = text();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(name.replace('-', '_'))) {
        return constant;
      }
    }
    boolean shouted = name.equals(name.toUpperCase(Locale.ROOT));
    Set<String> known =
        Arrays.stream(type.getEnumConstants())
            .map(Enum::name)
            .map(c -> shouted ? c : c.toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.toSet());
    throw mistake(unknown(words(type), name, known));
  }

  /** The type's name in words: RoleSource is a role source. */
  private static String words(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** Says that a word is not known, and which known word comes nearest. */
  static String unknown(String what, String word, Collection<String> known) {
    String nearest =
        known.stream()
            .min((a, b) -> Integer.compare(distance(word, a), distance(word, b)))
            .orElse("");
    return "unknown "
        + what
        + " '"
        + word
        + "': did you mean '"
        + nearest
        + "'? Known are "
        + known.stream().sorted().collect(Collectors.joining(", "));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
