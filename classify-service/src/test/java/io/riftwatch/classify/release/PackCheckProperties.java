package io.riftwatch.classify.release;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.release.PackCheck.Mistaken;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PackCheckProperties {

  private static final int MOST = 5;
  private static final String[] GARBAGE = {
    "",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    "- ",
    ",",
    "|",
    "\"",
    "'",
    "&a",
    "*a",
    "..",
    "...",
    "<x>",
    "#",
    "!",
    "%",
    "\t",
    "null",
    "=",
    "~",
    "\n",
    "  ",
    "99999999999999999999",
    "*",
    "?",
    "@",
    "\uD83D\uDE00"
  };

  @Property(tries = 150)
  void whateverIsTypedTheCheckEndsAndNamesLinesThatThereAre(@ForAll Random random) {
    EnglishPack pack = EnglishPack.builtIn();
    for (int slips = 1 + random.nextInt(3); slips > 0; slips--) {
      pack = mistyped(pack, random);
    }

    PackCheck.Outcome outcome = PackCheck.of(new PackFiles(pack.files()), MOST);

    if (outcome instanceof Mistaken mistaken) {
      assertTrue(!mistaken.mistakes().isEmpty() && mistaken.mistakes().size() <= MOST);
      for (Mistake mistake : mistaken.mistakes()) {
        long lines = pack.files().get(mistake.file()).lines().count();
        assertTrue(mistake.line() >= 1 && mistake.line() <= lines + 1, mistake::toString);
      }
    }
  }

  private static EnglishPack mistyped(EnglishPack pack, Random random) {
    List<Map.Entry<String, String>> files = List.copyOf(pack.files().entrySet());
    Map.Entry<String, String> file = files.get(random.nextInt(files.size()));
    StringBuilder text = new StringBuilder(file.getValue());
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(4));
    text.replace(at, end, GARBAGE[random.nextInt(GARBAGE.length)]);
    return pack.with(file.getKey(), text.toString());
  }
}
