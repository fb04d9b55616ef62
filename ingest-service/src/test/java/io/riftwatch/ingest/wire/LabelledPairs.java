package io.riftwatch.ingest.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pairs of articles of which a reader said whether one copies the other. */
final class LabelledPairs {

  /** Two articles' texts. */
  record Pair(boolean isCopy, String kind, String name, String a, String b) {}

  /** What of a text an outlet prints, and what it adds. */
  record Print(
      String of,
      List<Integer> keep,
      String before,
      String after,
      Map<Integer, String> insert,
      Map<String, String> replace,
      Map<String, List<Integer>> also) {

    String text(Map<String, List<String>> texts) {
      List<String> all = texts.get(of);
      List<String> paragraphs = new ArrayList<>();
      if (keep == null) {
        paragraphs.addAll(all);
      } else {
        keep.forEach(i -> paragraphs.add(all.get(i)));
      }
      orEmpty(insert).forEach(paragraphs::add);
      orEmpty(also)
          .forEach((other, kept) -> kept.forEach(i -> paragraphs.add(texts.get(other).get(i))));
      String text = String.join("\n\n", paragraphs);
      for (Map.Entry<String, String> edit : orEmpty(replace).entrySet()) {
        if (!text.contains(edit.getKey())) {
          throw new IllegalStateException(of + " does not say " + edit.getKey());
        }
        text = text.replace(edit.getKey(), edit.getValue());
      }
      return Stream.of(before == null ? "" : before, text, after == null ? "" : "\n\n" + after)
          .reduce("", String::concat);
    }

    private static <K, V> Map<K, V> orEmpty(Map<K, V> map) {
      return map == null ? Map.of() : map;
    }
  }

  private record Label(boolean copy, String kind, Print a, Print b) {}

  private record Set(Map<String, List<String>> texts, List<Label> pairs) {}

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private LabelledPairs() {}

  /** The pairs of a file under {@code wire/}. */
  static List<Pair> read(String name) {
    Set set = set(name);
    return set.pairs().stream()
        .map(
            label ->
                new Pair(
                    label.copy(),
                    label.kind(),
                    label.kind() + " of " + label.a().of() + " by " + label.b().of(),
                    label.a().text(set.texts()),
                    label.b().text(set.texts())))
        .toList();
  }

  /** The texts of a file by their names, each whole. */
  static Map<String, String> texts(String name) {
    return set(name).texts().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join("\n\n", e.getValue())));
  }

  private static Set set(String name) {
    try (InputStream in = LabelledPairs.class.getResourceAsStream("/wire/" + name)) {
      return YAML.readValue(in, Set.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
