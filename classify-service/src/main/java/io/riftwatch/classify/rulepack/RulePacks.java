package io.riftwatch.classify.rulepack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rule packs in force, one a language. */
public final class RulePacks {

  private static final String ROOT = "/rulepacks/";

  private final Map<String, RulePack> byLanguage;

  private RulePacks(Map<String, RulePack> byLanguage) {
    this.byLanguage = Map.copyOf(byLanguage);
  }

  /**
   * The built-in packs, with those of a directory in place of or beside them.
   *
   * @param directory holds a folder per language
   * @throws RulePackException when a pack has a mistake
   */
  public static RulePacks load(Optional<Path> directory) {
    Map<String, RulePack> packs = new TreeMap<>();
    for (String language : builtIn()) {
      if (RulePacks.class.getResource(ROOT + language + "/pack.yaml") != null) {
        packs.put(language, resource(language));
      }
    }
    directory.ifPresent(path -> folders(path).forEach(folder -> add(packs, folder)));
    return new RulePacks(packs);
  }

  private static void add(Map<String, RulePack> packs, Path folder) {
    RulePack pack = new RulePackReader(folder.toString(), name -> read(folder, name)).read();
    packs.put(pack.language(), pack);
  }

  private static List<String> builtIn() {
    try (InputStream list = RulePacks.class.getResourceAsStream(ROOT + "languages.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePack resource(String language) {
    return new RulePackReader(
            "rulepacks/" + language,
            name -> {
              String path = ROOT + language + "/" + name;
              try (InputStream in = RulePacks.class.getResourceAsStream(path)) {
                if (in == null) {
                  throw new RulePackException(path, 1, "the file is missing: add it");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .read();
  }

  private static List<Path> folders(Path directory) {
    try (Stream<Path> folders = Files.list(directory)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new RulePackException(
          directory.toString(), 1, "the directory cannot be read: " + e.getMessage());
    }
  }

  private static String read(Path folder, String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new RulePackException(
          folder.resolve(name).toString(), 1, "the file cannot be read: add it");
    }
  }

  /** These, with others in place of those of their languages. */
  public RulePacks with(Collection<RulePack> others) {
    Map<String, RulePack> packs = new TreeMap<>(byLanguage);
    others.forEach(pack -> packs.put(pack.language(), pack));
    return new RulePacks(packs);
  }

  /** The pack of a language. */
  public Optional<RulePack> of(String language) {
    return Optional.ofNullable(byLanguage.get(language));
  }

  /** All packs. */
  public Collection<RulePack> all() {
    return byLanguage.values();
  }
}
