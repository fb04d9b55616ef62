package io.riftwatch.classify.release;

import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePackException;
import io.riftwatch.classify.rulepack.RulePackReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Finds the mistakes of a rule pack. Reading stops at the first one; so what is mistaken is blanked
 * out and the rest read again. A mistake that only follows from what was blanked out is not named.
 */
final class PackCheck {

  /** What a check found. */
  sealed interface Outcome {}

  /** The pack can be used. */
  record Usable(RulePack pack) implements Outcome {}

  /** The pack has mistakes, in the order in which it is read. */
  record Mistaken(List<Mistake> mistakes) implements Outcome {

    Mistaken {
      mistakes = List.copyOf(mistakes);
    }
  }

  private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final String LANGUAGE = "[a-z]{2,3}";

  /** Blanked out at most for each mistake that may be named: what follows from one, too. */
  private static final int READINGS_PER_MISTAKE = 3;

  /**
   * What was blanked out.
   *
   * @param file that held it
   * @param start where it began
   * @param name its key; empty for the item of a list
   */
  private record Gap(String file, int start, String name) {

    boolean isIn(String other, YamlText.Entry entry) {
      return file.equals(other) && entry.start() <= start && start < entry.end();
    }

    /** Whether another file misses what was blanked out in this one. */
    boolean isMissedBy(String other, RulePackException mistake) {
      return !name.isEmpty() && !file.equals(other) && mistake.mistake().contains("'" + name + "'");
    }
  }

  private final int most;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private PackFiles files;

  private PackCheck(PackFiles files, int most) {
    this.files = files;
    this.most = most;
  }

  /**
   * Checks a pack.
   *
   * @param most so many mistakes are looked for
   */
  static Outcome of(PackFiles files, int most) {
    List<Mistake> misnamed = misnamed(files);
    return misnamed.isEmpty() ? new PackCheck(files, most).read() : new Mistaken(misnamed);
  }

  private static List<Mistake> misnamed(PackFiles files) {
    Stream<Mistake> missing =
        RulePackReader.FILES.stream()
            .filter(name -> !files.contents().containsKey(name))
            .map(name -> new Mistake(name, 1, "the file is missing: add it"));
    Stream<Mistake> unknown =
        files.contents().keySet().stream()
            .filter(name -> !RulePackReader.FILES.contains(name))
            .sorted()
            .map(
                name ->
                    new Mistake(
                        name,
                        1,
                        "a rule pack has no such file: its files are "
                            + String.join(", ", RulePackReader.FILES)));
    return Stream.concat(missing, unknown).toList();
  }

  private Outcome read() {
    for (int reading = 0; reading < most * READINGS_PER_MISTAKE; reading++) {
      try {
        RulePack pack = files.read();
        misnamed(pack).forEach(mistakes::add);
        return mistakes.isEmpty() ? new Usable(pack) : new Mistaken(mistakes);
      } catch (RulePackException mistake) {
        if (!goesOnAfter(mistake) || mistakes.size() >= most) {
          return new Mistaken(mistakes);
        }
      } catch (YAMLException unreadable) {
        unreadable().forEach(mistakes::add);
        return new Mistaken(mistakes);
      }
    }
    return new Mistaken(mistakes);
  }

  private static Stream<Mistake> misnamed(RulePack pack) {
    Stream<String> version =
        Stream.of(pack.version())
            .filter(v -> !v.matches(VERSION))
            .map(v -> "'" + v + "' is no version: write letters, digits and . _ - such as fr-2");
    Stream<String> language =
        Stream.of(pack.language())
            .filter(code -> !code.matches(LANGUAGE))
            .map(code -> "'" + code + "' is no language: write its ISO 639 code such as fr");
    return Stream.concat(version, language).map(m -> new Mistake("pack.yaml", 1, m));
  }

  /** Characters that YAML may not hold; the parser does not say in which file they stand. */
  private Stream<Mistake> unreadable() {
    return files.contents().entrySet().stream()
        .filter(file -> !new YamlText(file.getValue()).isYaml())
        .map(
            file ->
                new Mistake(
                    file.getKey(),
                    1,
                    "not YAML: it holds control characters, or is too long or nested too deeply;"
                        + " take them out"));
  }

  /** Notes the mistake and blanks it out; whether the pack can be read further. */
  private boolean goesOnAfter(RulePackException mistake) {
    String file = PackFiles.nameOf(mistake);
    YamlText text = new YamlText(files.contents().getOrDefault(file, ""));
    List<YamlText.Entry> around = text.around(mistake.line());
    Optional<YamlText.Entry> gapped =
        around.stream()
            .filter(e -> e.holdsFrom(mistake.line()))
            .filter(e -> gaps.stream().anyMatch(gap -> gap.isIn(file, e)))
            .reduce((outer, inner) -> inner);
    boolean follows =
        gapped.isPresent()
            || around.isEmpty() && gaps.stream().anyMatch(gap -> gap.file().equals(file))
            || gaps.stream().anyMatch(gap -> gap.isMissedBy(file, mistake));
    if (!follows) {
      mistakes.add(new Mistake(file, mistake.line(), mistake.mistake()));
    }
    Optional<YamlText.Entry> blanked =
        gapped.or(() -> around.stream().reduce((outer, inner) -> inner));
    blanked.ifPresent(entry -> blank(file, text, entry));
    return blanked.isPresent();
  }

  private void blank(String file, YamlText text, YamlText.Entry entry) {
    files = files.with(file, text.without(entry));
    gaps.add(new Gap(file, entry.start(), entry.key()));
  }
}
