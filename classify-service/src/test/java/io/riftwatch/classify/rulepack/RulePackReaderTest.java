package io.riftwatch.classify.rulepack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePackReaderTest {

  /** Each row: the file, what is replaced in it, by what, and what the message must say. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "triggers.yaml | type: EXPULSION | type: EXPULSON | did you mean 'EXPULSION'",
        "triggers.yaml | object: [envoys] | object: [envoy] | did you mean 'envoys'",
        "triggers.yaml | verb: | verbs: | did you mean 'verb'",
        "triggers.yaml | id: recall-envoys | id: expel-envoys | give this one its own",
        "nouns.yaml | plain: | plane: | did you mean 'plain'",
        "states.yaml | capitals: [Paris] | capitol: [Paris] | did you mean 'capitals'",
        "states.yaml | FRA: | FR: | ISO 3166-1 alpha-3",
        "pack.yaml | stemmer: English | stemmer: Anglish | no stemmer is named Anglish",
        "pack.yaml | version: en-1 | version: | here must stand one word",
        "cues.yaml | threatened: | threatend: | did you mean 'threatened'",
        "cues.yaml | status: | status: [ | not YAML",
      })
  void aTypingErrorIsNamedWithFileLineAndRemedy(
      String file, String old, String mistake, String remedy) {
    String content = builtIn(file);
    int at = content.indexOf(old);
    assertTrue(at >= 0, () -> file + " has no " + old);
    String broken = content.substring(0, at) + mistake + content.substring(at + old.length());

    RulePackException error =
        assertThrows(
            RulePackException.class,
            () ->
                new RulePackReader("en", name -> name.equals(file) ? broken : builtIn(name))
                    .read());

    assertTrue(error.getMessage().startsWith("en/" + file + ", line "), error.getMessage());
    assertTrue(error.getMessage().contains(remedy), error.getMessage());
  }

  @Test
  void theLineIsThatOfTheMistake() {
    String states = "FRA:\n  names: [France]\n  capitel: [Paris]\n";

    RulePackException error =
        assertThrows(
            RulePackException.class,
            () ->
                new RulePackReader(
                        "en", name -> name.equals("states.yaml") ? states : builtIn(name))
                    .read());

    assertTrue(error.getMessage().startsWith("en/states.yaml, line 3:"), error.getMessage());
  }

  @Test
  void aPackOfADirectoryStandsInPlaceOfTheBuiltInOne(@TempDir Path directory) throws IOException {
    Path folder = Files.createDirectory(directory.resolve("en"));
    for (String file : RulePackReader.FILES) {
      String content = builtIn(file).replace("version: en-1", "version: en-house");
      Files.writeString(folder.resolve(file), content);
    }

    RulePacks packs = RulePacks.load(Optional.of(directory));

    assertEquals("en-house", packs.of("en").orElseThrow().version());
  }

  @Test
  void aDirectoryWithAMissingFileIsRefused(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("xx"));

    RulePackException error =
        assertThrows(RulePackException.class, () -> RulePacks.load(Optional.of(directory)));

    assertTrue(error.getMessage().contains("pack.yaml"), error.getMessage());
  }

  @Test
  void everyStateHasANameInEnglish() {
    RulePack english = RulePacks.load(Optional.empty()).of("en").orElseThrow();

    assertTrue(english.states().codes().size() >= 200, () -> "" + english.states().codes());
  }

  private static String builtIn(String file) {
    try (InputStream in = RulePackReader.class.getResourceAsStream("/rulepacks/en/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
