package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.lexicon.Nouns;
import io.riftwatch.classify.lexicon.Phrase;
import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.lexicon.States;
import io.riftwatch.classify.text.Morphology;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Participles;
import io.riftwatch.classify.text.Sentences;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and validates the five files of a rule pack; RULES.md describes them. */
public final class RulePackReader {

  /** The files of a pack, in the order they are read. */
  public static final List<String> FILES =
      List.of("pack.yaml", "states.yaml", "nouns.yaml", "triggers.yaml", "cues.yaml");

  private final String folder;
  private final Function<String, String> content;
  private Morphology morphology;

  /**
   * @param folder name of the pack's folder, for messages
   * @param content content of a file of the folder
   */
  public RulePackReader(String folder, Function<String, String> content) {
    this.folder = folder;
    this.content = content;
  }

  /**
   * The pack.
   *
   * @throws RulePackException at the first mistake
   */
  public RulePack read() {
    Yaml root = file("pack.yaml");
    Map<String, Yaml> pack =
        root.entries(
            Set.of(
                "version",
                "language",
                "stemmer",
                "apostrophe",
                "abbreviations",
                "words",
                "irregular",
                "exact",
                "participles",
                "numbers",
                "months",
                "month-parts",
                "units",
                "until"));
    morphology = morphology(root, pack);
    Nouns nouns = new Nouns();
    PhraseIndex<Domain> domains = new PhraseIndex<>();
    nouns(nouns, domains);
    TriggerReader triggers = new TriggerReader(morphology, nouns.classes());
    triggers.read(file("triggers.yaml"));
    return new RulePack(
        root.required(pack, "language").text(),
        root.required(pack, "version").text(),
        morphology,
        new Sentences(texts(pack, "abbreviations")),
        states(),
        nouns,
        triggers.index(),
        triggers.count(),
        new CueReader(morphology).read(file("cues.yaml")),
        domains,
        numbers(pack, "numbers"),
        numbers(pack, "months"),
        numbers(pack, "month-parts"),
        units(pack),
        texts(pack, "until").stream()
            .map(Morphology::fold)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private Yaml file(String name) {
    return Yaml.parse(folder + "/" + name, content.apply(name));
  }

  private static List<String> texts(Map<String, Yaml> entries, String key) {
    return entries.containsKey(key) ? entries.get(key).texts() : List.of();
  }

  private static Map<String, Integer> numbers(Map<String, Yaml> entries, String key) {
    Map<String, Integer> numbers = new HashMap<>();
    if (entries.containsKey(key)) {
      entries
          .get(key)
          .entries()
          .forEach((word, value) -> numbers.put(Morphology.fold(word), value.number()));
    }
    return Map.copyOf(numbers);
  }

  private Map<String, Integer> units(Map<String, Yaml> pack) {
    Map<String, Integer> units = new HashMap<>();
    numbers(pack, "units").forEach((word, hours) -> units.put(morphology.word(word).key(), hours));
    return Map.copyOf(units);
  }

  private static Morphology morphology(Yaml root, Map<String, Yaml> pack) {
    Map<Part, List<String>> parts = new EnumMap<>(Part.class);
    Set<String> known =
        java.util.Arrays.stream(Part.values())
            .map(p -> p.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    root.required(pack, "words")
        .entries(known)
        .forEach(
            (part, words) -> parts.put(Part.valueOf(part.toUpperCase(Locale.ROOT)), words.texts()));
    Map<String, String> lemmas = new HashMap<>();
    if (pack.containsKey("irregular")) {
      pack.get("irregular")
          .entries()
          .forEach((lemma, forms) -> forms.texts().forEach(form -> lemmas.put(form, lemma)));
    }
    Yaml participles = root.required(pack, "participles");
    Map<String, Yaml> participle = participles.entries(Set.of("endings", "forms", "except"));
    Yaml stemmer = root.required(pack, "stemmer");
    try {
      return new Morphology(
          stemmer.text(),
          root.required(pack, "apostrophe").constant(Morphology.Apostrophe.class),
          lemmas,
          parts,
          texts(pack, "exact"),
          new Participles(
              texts(participle, "endings"),
              texts(participle, "forms"),
              texts(participle, "except")));
    } catch (IllegalArgumentException e) {
      throw stemmer.mistake(
          e.getMessage() + ": write a name of Snowball's such as English or French, or none");
    }
  }

  private States states() {
    States states = new States(morphology);
    Map<String, Mention.Kind> kinds =
        Map.of(
            "names", Mention.Kind.NAME,
            "demonyms", Mention.Kind.DEMONYM,
            "capitals", Mention.Kind.CAPITAL,
            "places", Mention.Kind.PLACE,
            "institutions", Mention.Kind.INSTITUTION,
            "leaders", Mention.Kind.LEADER,
            "outlets", Mention.Kind.OUTLET);
    file("states.yaml")
        .entries()
        .forEach(
            (code, state) -> {
              if (!code.matches("[A-Z]{3}|NATO|NONE")) {
                throw state.mistake(
                    "'"
                        + code
                        + "' is no code: write ISO 3166-1 alpha-3 in capitals, or EUE, UNO, NATO, ECW, AFU");
              }
              state
                  .entries(kinds.keySet())
                  .forEach((kind, names) -> names(states, code, kinds.get(kind), names));
            });
    return states;
  }

  private static void names(States states, String code, Mention.Kind kind, Yaml names) {
    for (Yaml name : names.items()) {
      try {
        Forms.expand(name.text()).forEach(form -> states.add(code, kind, form));
      } catch (IllegalArgumentException e) {
        throw name.mistake(e.getMessage());
      }
    }
  }

  private void nouns(Nouns nouns, PhraseIndex<Domain> domains) {
    Yaml root = file("nouns.yaml");
    Map<String, Yaml> entries = root.entries(Set.of("classes", "domains"));
    PhraseReader phrases = new PhraseReader(morphology);
    root.required(entries, "classes")
        .entries()
        .forEach(
            (name, noun) ->
                noun.entries(Set.of("plain", "owned", "not"))
                    .forEach((strength, list) -> add(nouns, name, strength, phrases.list(list))));
    if (entries.containsKey("domains")) {
      entries
          .get("domains")
          .entries()
          .forEach(
              (name, list) -> phrases.list(list).forEach(p -> domains.add(p, domain(list, name))));
    }
  }

  private static void add(Nouns nouns, String name, String strength, List<Phrase> phrases) {
    Nouns.Strength known = Nouns.Strength.valueOf(strength.toUpperCase(Locale.ROOT));
    phrases.forEach(phrase -> nouns.add(name, known, phrase));
  }

  private static Domain domain(Yaml at, String name) {
    try {
      return Domain.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw at.mistake(
          Yaml.unknown(
              "domain", name, java.util.Arrays.stream(Domain.values()).map(Enum::name).toList()));
    }
  }
}
