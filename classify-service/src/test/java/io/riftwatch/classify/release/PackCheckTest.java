package io.riftwatch.classify.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.release.PackCheck.Mistaken;
import io.riftwatch.classify.release.PackCheck.Usable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PackCheckTest {

  private static final int MOST = 10;

  private final EnglishPack pack = EnglishPack.builtIn();

  @Test
  void thePackThatTheServiceBringsAlongCanBeUsed() {
    Usable usable = assertInstanceOf(Usable.class, check(pack));

    assertEquals("en", usable.pack().language());
  }

  @Test
  void everyMistakeIsNamedWithItsFileAndLine() {
    EnglishPack mistaken =
        pack.replace("nouns.yaml", "plain:", "plane:")
            .trigger("id: one", "type: EXPULSON", "verb: [zap]", "object: [envoys]")
            .trigger("id: two", "type: EXPULSION", "verb: [zip]", "object: [envoyz]")
            .trigger("id: three", "type: EXPULSION", "verbs: [zop]", "object: [envoys]")
            .replace("states.yaml", "capitals:", "capitols:")
            .replace("states.yaml", "Albanian(|s)", "Albanian(|s");

    List<Mistake> mistakes = mistakes(mistaken);

    assertEquals(
        Set.of(
            at("nouns.yaml", mistaken.lineOf("nouns.yaml", "plane:")),
            at("triggers.yaml", mistaken.lineOf("triggers.yaml", "EXPULSON")),
            at("triggers.yaml", mistaken.lineOf("triggers.yaml", "envoyz")),
            at("triggers.yaml", mistaken.lineOf("triggers.yaml", "verbs: [zop]")),
            at("states.yaml", mistaken.lineOf("states.yaml", "capitols:"))),
        mistakes.stream().map(m -> at(m.file(), m.line())).collect(Collectors.toSet()),
        mistakes::toString);
    assertTrue(mistakes.stream().allMatch(m -> m.message().contains("'")), mistakes::toString);
  }

  @Test
  void whatFollowsFromAMistakeIsNotNamed() {
    EnglishPack mistaken =
        pack.trigger(
                "id: one", "type: EXPULSION", "verb: [zap]", "object: [envoyz]", "object2: [x]")
            .append("nouns.yaml", "\n")
            .replace("nouns.yaml", "\n  envoys:\n", "\n  envoys: nobody\n  others:\n");

    List<Mistake> mistakes = mistakes(mistaken);

    assertEquals(
        List.of("nouns.yaml", "triggers.yaml", "triggers.yaml"),
        mistakes.stream().map(Mistake::file).toList(),
        mistakes::toString);
  }

  @Test
  void aTypingErrorThatIsMadeTwiceIsNamedTwice() {
    EnglishPack mistaken =
        pack.trigger("id: one", "type: EXPULSION", "verb: [zap]", "objekt: [envoys]")
            .trigger("id: two", "type: EXPULSION", "verb: [zip]", "objekt:", "  - envoys");

    assertEquals(2, mistakes(mistaken).size());
  }

  @Test
  void noMoreMistakesAreNamedThanAsked() {
    EnglishPack mistaken = pack;
    for (int i = 0; i < 2 * MOST; i++) {
      mistaken = mistaken.trigger("id: t" + i, "type: NONSENSE", "verb: [zap]");
    }

    assertEquals(MOST, mistakes(mistaken).size());
  }

  @Test
  void filesThatAreMissingOrNotOfAPackAreAllNamed() {
    Map<String, String> files = new TreeMap<>(pack.files());
    files.remove("nouns.yaml");
    files.put("noun.yaml", "classes: {}");

    Mistaken mistaken = assertInstanceOf(Mistaken.class, PackCheck.of(new PackFiles(files), MOST));

    assertEquals(
        Set.of("nouns.yaml", "noun.yaml"),
        mistaken.mistakes().stream().map(Mistake::file).collect(Collectors.toSet()));
  }

  @Test
  void whatIsNoYamlIsNamedWhereItStands() {
    Mistake bracket = mistakes(pack.append("cues.yaml", "\nfurther: [\n")).get(0);
    Mistake control = mistakes(pack.append("nouns.yaml", "# \u0007\n")).get(0);
    Mistake nested = mistakes(pack.with("states.yaml", "[".repeat(10_000))).get(0);

    assertEquals("cues.yaml", bracket.file());
    assertTrue(bracket.message().startsWith("not YAML"), bracket.message());
    assertEquals("nouns.yaml", control.file());
    assertEquals("states.yaml", nested.file());
  }

  @Test
  void aVersionMustFitAnAddress() {
    Mistake mistake = mistakes(pack.version("en/2")).get(0);

    assertEquals("pack.yaml", mistake.file());
    assertTrue(mistake.message().contains("'en/2'"), mistake.message());
  }

  private static String at(String file, int line) {
    return file + ":" + line;
  }

  private static PackCheck.Outcome check(EnglishPack pack) {
    return PackCheck.of(new PackFiles(pack.files()), MOST);
  }

  private static List<Mistake> mistakes(EnglishPack pack) {
    return assertInstanceOf(Mistaken.class, check(pack)).mistakes();
  }
}
