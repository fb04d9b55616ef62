package io.riftwatch.classify.release;

import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePackReader;
import io.riftwatch.classify.rulepack.RulePacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rule packs that the service starts with.
 *
 * @param packs one a language
 * @param directory whose folders stand in place of those in the jar
 */
public record BuiltIn(RulePacks packs, Optional<Path> directory) {

  /**
   * Loads them.
   *
   * @throws io.riftwatch.classify.rulepack.RulePackException when one has a mistake
   */
  public static BuiltIn load(Optional<Path> directory) {
    return new BuiltIn(RulePacks.load(directory), directory);
  }

  /** The pack of a language, if it has this version. */
  Optional<RulePack> pack(String language, String version) {
    return packs.of(language).filter(pack -> pack.version().equals(version));
  }

  /** The files of a language's pack by name, in the order in which they are read. */
  Map<String, String> files(String language) {
    Map<String, String> files = new LinkedHashMap<>();
    RulePackReader.FILES.forEach(
        name -> content(language, name).ifPresent(content -> files.put(name, content)));
    return files;
  }

  private Optional<String> content(String language, String name) {
    Optional<Path> own = directory.map(path -> path.resolve(language)).filter(Files::isDirectory);
    try (InputStream in =
        own.isPresent()
            ? Files.newInputStream(own.get().resolve(name))
            : BuiltIn.class.getResourceAsStream("/rulepacks/" + language + "/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the rule pack of " + language + " cannot be read", e);
    }
  }
}
