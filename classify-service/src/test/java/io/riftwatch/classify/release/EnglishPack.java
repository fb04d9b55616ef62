package io.riftwatch.classify.release;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.riftwatch.classify.Rest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The built-in English rule pack, to be changed. */
public final class EnglishPack {

  private static final BuiltIn BUILT_IN = BuiltIn.load(Optional.empty());

  private final Map<String, String> files;

  private EnglishPack(Map<String, String> files) {
    this.files = files;
  }

  public static EnglishPack builtIn() {
    return new EnglishPack(BUILT_IN.files("en"));
  }

  /** Its version as the service brings it along. */
  public static String builtInVersion() {
    return BUILT_IN.packs().of("en").orElseThrow().version();
  }

  public EnglishPack version(String version) {
    return replace("pack.yaml", "version: " + builtInVersion(), "version: " + version);
  }

  /** A further trigger, as lines of YAML beneath {@code triggers}. */
  public EnglishPack trigger(String... lines) {
    return append("triggers.yaml", "\n  - " + String.join("\n    ", lines) + "\n");
  }

  public EnglishPack append(String file, String text) {
    return with(file, files.get(file) + text);
  }

  public EnglishPack replace(String file, String old, String text) {
    String content = files.get(file);
    int at = content.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException(file + " has no " + old);
    }
    return with(file, content.substring(0, at) + text + content.substring(at + old.length()));
  }

  public EnglishPack with(String file, String content) {
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(file, content);
    return new EnglishPack(changed);
  }

  /** The built-in pack with one more verb. */
  public static EnglishPack zapping() {
    return builtIn()
        .trigger("id: zap-envoys", "type: EXPULSION", "verb: [zap]", "object: [envoys]");
  }

  /** Uploads it as a version of its own, and gives that. */
  public String upload() {
    String version = "en-" + UUID.randomUUID();
    Rest.post("rulepacks", Map.of("language", "en", "files", version(version).files()))
        .then()
        .statusCode(201)
        .header("Location", containsString("/api/v1/rulepacks/en/" + version))
        .body("state", equalTo("DRAFT"));
    return version;
  }

  public Map<String, String> files() {
    return files;
  }

  /** The line, from 1, on which a text stands in a file. */
  public int lineOf(String file, String text) {
    String content = files.get(file);
    return (int) content.substring(0, content.indexOf(text)).chars().filter(c -> c == '\n').count()
        + 1;
  }
}
