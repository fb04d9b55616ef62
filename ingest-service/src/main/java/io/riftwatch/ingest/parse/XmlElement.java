package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.markup.Attribute;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An element that a document has open. */
final class XmlElement {

  /** Characters kept of a text directly within an element: people's names, at the longest. */
  private static final int LONGEST_TEXT = 4096;

  private final String name;
  private final String meaning;
  private final List<Attribute> attributes;
  private final XmlNames names;
  private final URI base;
  private final Optional<String> language;
  private StringBuilder text;

  private XmlElement(
      String name,
      String meaning,
      List<Attribute> attributes,
      XmlNames names,
      URI base,
      Optional<String> language) {
    this.name = name;
    this.meaning = meaning;
    this.attributes = attributes;
    this.names = names;
    this.base = base;
    this.language = language;
  }

  /** What all elements stand in. */
  static XmlElement outermost(XmlNames names, URI base, Optional<String> language) {
    return new XmlElement("", "", List.of(), names, base, language);
  }

  /** An element within this one. */
  XmlElement child(String childName, List<Attribute> childAttributes, XmlNames childNames) {
    String childMeaning = childNames.element(childName);
    URI childBase = base;
    Optional<String> childLanguage = language;
    for (Attribute attribute : childAttributes) {
      if (isNamed(attribute, "xml:base", "base")) {
        childBase = WebLink.resolve(base, attribute.value()).orElse(childBase);
      } else if (isNamed(attribute, "xml:lang", "lang")) {
        childLanguage = Optional.of(attribute.value()).filter(tag -> !tag.isBlank());
      }
    }
    return new XmlElement(
        childName, childMeaning, childAttributes, childNames, childBase, childLanguage);
  }

  private static boolean isNamed(Attribute attribute, String name, String carelessly) {
    return attribute.name().equals(name) || attribute.name().equalsIgnoreCase(carelessly);
  }

  /** As written, prefix included. */
  String name() {
    return name;
  }

  /** As {@link XmlNames} has it. */
  String meaning() {
    return meaning;
  }

  XmlNames names() {
    return names;
  }

  /** What relative addresses within it are relative to (XML Base). */
  URI base() {
    return base;
  }

  /** The language tag of what is written within it. */
  Optional<String> language() {
    return language;
  }

  /** The value of an attribute by what its name means. */
  Optional<String> attribute(String attributeMeaning) {
    for (Attribute attribute : attributes) {
      if (names.attribute(attribute.name()).equals(attributeMeaning)) {
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  /** Whether it declares a namespace whose address holds that. */
  boolean declares(String namespace) {
    return attributes.stream()
        .anyMatch(
            attribute ->
                attribute.name().startsWith("xmlns")
                    && attribute.value().toLowerCase(Locale.ROOT).contains(namespace));
  }

  boolean hasAttributes() {
    return !attributes.isEmpty();
  }

  /** The first characters that stand directly within it, of those that have been read so far. */
  String text() {
    return text == null ? "" : text.toString();
  }

  /** Keeps characters as far as there is room for them. */
  void append(String more) {
    text = text == null ? new StringBuilder() : text;
    text.append(more, 0, Math.min(more.length(), LONGEST_TEXT - text.length()));
  }
}
