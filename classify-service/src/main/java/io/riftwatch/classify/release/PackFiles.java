package io.riftwatch.classify.release;

import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePackException;
import io.riftwatch.classify.rulepack.RulePackReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a rule pack.
 *
 * @param contents by name
 */
public record PackFiles(Map<String, String> contents) {

  private static final String FOLDER = "rulepack";

  public PackFiles {
    contents = Map.copyOf(contents);
  }

  /**
   * Reads the pack.
   *
   * @throws RulePackException at the first mistake
   */
  RulePack read() {
    return new RulePackReader(FOLDER, this::content).read();
  }

  private String content(String name) {
    return Optional.ofNullable(contents.get(name))
        .orElseThrow(
            () -> new RulePackException(FOLDER + "/" + name, 1, "the file is missing: add it"));
  }

  /** How long they are together. */
  long characters() {
    return contents.values().stream().mapToLong(String::length).sum();
  }

  /** The same with another content of a file. */
  PackFiles with(String name, String content) {
    Map<String, String> changed = new TreeMap<>(contents);
    changed.put(name, content);
    return new PackFiles(changed);
  }

  /** A file's name in the pack, as a mistake of {@link #read} names it with the folder. */
  static String nameOf(RulePackException mistake) {
    return mistake.file().substring(mistake.file().lastIndexOf('/') + 1);
  }
}
