package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.lexicon.Phrase;
import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.text.Morphology;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code triggers.yaml}. */
final class TriggerReader {

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "type",
          "verb",
          "noun",
          "object",
          "subject",
          "actor",
          "target",
          "status",
          "domain",
          "explicit",
          "mutual",
          "echo",
          "context",
          "negated",
          "only");

  private record Roles(List<RoleSource> actor, List<RoleSource> target) {}

  private final PhraseReader phrases;
  private final Set<String> classes;
  private final PhraseIndex<Trigger.Wording> index = new PhraseIndex<>();
  private final Map<SignalType, Roles> defaults = new EnumMap<>(SignalType.class);
  private final Set<String> ids = new HashSet<>();

  TriggerReader(Morphology morphology, Set<String> classes) {
    this.phrases = new PhraseReader(morphology);
    this.classes = classes;
  }

  PhraseIndex<Trigger.Wording> index() {
    return index;
  }

  int count() {
    return ids.size();
  }

  void read(Yaml root) {
    Map<String, Yaml> entries = root.entries(Set.of("roles", "triggers"));
    Set<String> types =
        Arrays.stream(SignalType.values()).map(Enum::name).collect(Collectors.toSet());
    root.required(entries, "roles")
        .entries(types)
        .forEach((type, roles) -> defaults.put(SignalType.valueOf(type), roles(roles)));
    root.required(entries, "triggers").items().forEach(this::trigger);
  }

  private static Roles roles(Yaml yaml) {
    Map<String, Yaml> entries = yaml.entries(Set.of("actor", "target"));
    return new Roles(
        sources(yaml.required(entries, "actor")), sources(yaml.required(entries, "target")));
  }

  private static List<RoleSource> sources(Yaml yaml) {
    return yaml.items().stream().map(item -> item.constant(RoleSource.class)).toList();
  }

  private void trigger(Yaml yaml) {
    Map<String, Yaml> entries = yaml.entries(KEYS);
    String id = yaml.required(entries, "id").text();
    if (!ids.add(id)) {
      throw yaml.mistake("a trigger with the id '" + id + "' stands above: give this one its own");
    }
    Yaml typed = yaml.required(entries, "type");
    SignalType type = typed.constant(SignalType.class);
    Roles roles =
        Optional.ofNullable(defaults.get(type))
            .orElseThrow(() -> typed.mistake("'roles' above says nothing of " + type + ": add it"));
    Trigger trigger =
        new Trigger(
            id,
            type,
            nouns(entries, "object"),
            nouns(entries, "subject"),
            entries.containsKey("actor") ? sources(entries.get("actor")) : roles.actor(),
            entries.containsKey("target") ? sources(entries.get("target")) : roles.target(),
            Optional.ofNullable(entries.get("status")).map(y -> y.constant(Status.class)),
            Optional.ofNullable(entries.get("domain")).map(y -> y.constant(Domain.class)),
            explicit(entries),
            flag(entries, "mutual"),
            Optional.ofNullable(entries.get("echo")).map(y -> y.constant(SignalType.class)),
            context(entries),
            flag(entries, "negated"),
            only(entries));
    boolean worded = wordings(trigger, entries, "verb", Trigger.Form.VERB);
    worded |= wordings(trigger, entries, "noun", Trigger.Form.NOUN);
    if (!worded) {
      throw yaml.mistake("trigger '" + id + "' has no words: give it verb or noun");
    }
  }

  private static boolean flag(Map<String, Yaml> entries, String key) {
    if (!entries.containsKey(key)) {
      return false;
    }
    return switch (entries.get(key).text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw entries.get(key).mistake("'" + key + "' is true or false");
    };
  }

  private static Set<Status> only(Map<String, Yaml> entries) {
    return entries.containsKey("only")
        ? entries.get("only").items().stream()
            .map(item -> item.constant(Status.class))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private Optional<PhraseIndex<String>> context(Map<String, Yaml> entries) {
    return Optional.ofNullable(entries.get("context")).map(phrases::index);
  }

  private static Set<Trigger.Role> explicit(Map<String, Yaml> entries) {
    return entries.containsKey("explicit")
        ? entries.get("explicit").items().stream()
            .map(item -> item.constant(Trigger.Role.class))
            .collect(Collectors.toSet())
        : Set.of();
  }

  private List<String> nouns(Map<String, Yaml> entries, String key) {
    if (!entries.containsKey(key)) {
      return List.of();
    }
    for (Yaml item : entries.get(key).items()) {
      known(item, item.text());
    }
    return entries.get(key).texts();
  }

  private void known(Yaml at, String noun) {
    if (!classes.contains(noun)) {
      throw at.mistake(Yaml.unknown("class of nouns.yaml", noun, classes));
    }
  }

  private boolean wordings(
      Trigger trigger, Map<String, Yaml> entries, String key, Trigger.Form form) {
    if (!entries.containsKey(key)) {
      return false;
    }
    for (Yaml item : entries.get(key).items()) {
      for (Phrase phrase : phrases.item(item)) {
        for (String slot : phrase.slots()) {
          known(item, slot);
        }
        index.add(phrase, new Trigger.Wording(trigger, form));
      }
    }
    return true;
  }
}
