package io.riftwatch.ingest.parse;

import static java.util.regex.Matcher.quoteReplacement;

import io.riftwatch.ingest.markup.Attribute;
import io.riftwatch.ingest.markup.CharacterReferences;
import io.riftwatch.ingest.markup.CharacterReferences.Finding;
import io.riftwatch.ingest.markup.MarkupScanner;
import io.riftwatch.ingest.markup.MarkupScanner.Flaw;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tags and texts of an XML document, with a note of everything that XML does not allow. */
final class XmlTokens {

  enum Kind {
    TEXT,
    START,
    END,
    FINISH
  }

  private static final List<String> VOID =
      List.of("br", "img", "hr", "input", "meta", "link", "area", "col", "embed", "wbr", "param");

  private static final Pattern REFERENCE = Pattern.compile("&([\\w.:-]{1,64});");

  /** Characters that the references to a DOCTYPE's entities may grow to, all in all. */
  private static final int MOST_EXPANDED = 1 << 16;

  private final String document;
  private final MarkupScanner scanner;
  private final Limits limits;
  private final Repairs repairs;
  private DeclaredEntities entities = DeclaredEntities.NONE;
  private int expandable = MOST_EXPANDED;
  private int elements;
  private Optional<String> replaced = Optional.empty();

  XmlTokens(String document, Limits limits, Repairs repairs) {
    this.document = document;
    this.scanner = new MarkupScanner(document);
    this.limits = limits;
    this.repairs = repairs;
  }

  /** Goes on to the next tag or text; a tag in which the document breaks off is none. */
  Kind next() {
    while (true) {
      MarkupScanner.Token token = scanner.next();
      note(scanner.flaw());
      switch (token) {
        case TEXT -> {
          replaced = scanner.hasAmpersand() ? Optional.of(replaced(raw())) : Optional.empty();
          return Kind.TEXT;
        }
        case CDATA -> {
          replaced = Optional.empty();
          return Kind.TEXT;
        }
        case START -> {
          if (scanner.flaw() != Flaw.CUT) {
            count();
            return Kind.START;
          }
        }
        case END -> {
          return Kind.END;
        }
        case FINISH -> {
          return Kind.FINISH;
        }
        case DOCTYPE ->
            entities = DeclaredEntities.of(document.substring(scanner.start(), scanner.end()));
        case INSTRUCTION -> noteDeclaration();
        case COMMENT -> {}
      }
    }
  }

  /** The characters of the last TEXT. */
  String text() {
    return replaced.orElseGet(this::raw);
  }

  /** Whether the last TEXT is nothing but white space. */
  boolean isBlank() {
    return scanner.isBlank();
  }

  /** The name of the last START or END, as written. */
  String name() {
    return scanner.name();
  }

  boolean isNamed(String name) {
    return scanner.isNamed(name);
  }

  /** Whether the last END closes an element; careless feeds close in other letters. */
  boolean isEndOf(XmlElement element) {
    if (scanner.isNamed(element.name())) {
      return true;
    }
    if (scanner.isNamedLike(element.name())) {
      repairs.note(Repair.OTHER_CAPITALS, scanner.start());
      return true;
    }
    return false;
  }

  /** Whether the last START is an entry's. */
  boolean isEntry() {
    return scanner.isNamedLocally("item") || scanner.isNamedLocally("entry");
  }

  /** Whether the last START or END is of an element that in HTML has no end. */
  boolean isVoid() {
    for (String name : VOID) {
      if (scanner.isNamed(name)) {
        return true;
      }
    }
    return false;
  }

  boolean isEmptyElement() {
    return scanner.isEmptyElement();
  }

  /** The attributes of the last START, their references replaced. */
  List<Attribute> attributes() {
    if (!scanner.hasAttributes()) {
      return List.of();
    }
    List<Attribute> attributes = scanner.attributes(limits.attributes() + 1);
    if (attributes.size() > limits.attributes()) {
      throw new Limits.Exceeded("a tag has more than " + limits.attributes() + " attributes");
    }
    attributes.replaceAll(
        attribute ->
            attribute.value().indexOf('&') < 0
                ? attribute
                : new Attribute(attribute.name(), replaced(attribute.value())));
    return attributes;
  }

  /** Where the last token begins. */
  int start() {
    return scanner.start();
  }

  /** Where the last token ends. */
  int end() {
    return scanner.end();
  }

  /** Goes back to a place. */
  void backTo(int place) {
    scanner.moveTo(place);
  }

  /** The document between two places, as written but for the entities that it declares itself. */
  String markup(int from, int to) {
    String markup = document.substring(from, to);
    return entities.texts().isEmpty()
        ? markup
        : REFERENCE.matcher(markup).replaceAll(reference -> quoteReplacement(expanded(reference)));
  }

  private String expanded(MatchResult reference) {
    String expansion = declared(reference.group(1));
    return expansion == null ? reference.group() : expansion;
  }

  private String raw() {
    return document.substring(scanner.textStart(), scanner.textEnd());
  }

  private String replaced(String raw) {
    int place = scanner.start();
    return CharacterReferences.inXml(
        raw, this::declared, (finding, at) -> repairs.note(repair(raw, finding, at), place + at));
  }

  private String declared(String name) {
    String value = entities.texts().get(name);
    if (value == null || value.length() > expandable) {
      return null;
    }
    expandable -= value.length();
    return value;
  }

  private Repair repair(String raw, Finding finding, int at) {
    return switch (finding) {
      case HTML_NAME -> Repair.HTML_ENTITY;
      case STRAY_AMPERSAND -> Repair.STRAY_AMPERSAND;
      case NO_CHARACTER -> Repair.NO_CHARACTER;
      case UNKNOWN_NAME ->
          entities.declares(raw.substring(at + 1, raw.indexOf(';', at)))
              ? Repair.DECLARED_ENTITY
              : Repair.UNKNOWN_ENTITY;
    };
  }

  private void note(Flaw flaw) {
    switch (flaw) {
      case NONE -> {}
      case STRAY_LESS_THAN -> repairs.note(Repair.STRAY_LESS_THAN, scanner.start());
      case UNFINISHED_TAG -> repairs.note(Repair.UNFINISHED_TAG, scanner.start());
      case UNQUOTED_ATTRIBUTE -> repairs.note(Repair.UNQUOTED_ATTRIBUTE, scanner.start());
      case UNFINISHED_COMMENT -> repairs.note(Repair.UNFINISHED_COMMENT, scanner.start());
      case CUT -> repairs.note(Repair.CUT_SHORT, scanner.start());
    }
  }

  private void noteDeclaration() {
    if (scanner.start() > 0 && document.startsWith("<?xml ", scanner.start())) {
      repairs.note(Repair.LATE_DECLARATION, scanner.start());
    }
  }

  private void count() {
    if (++elements > limits.elements()) {
      throw new Limits.Exceeded("it has more than " + limits.elements() + " elements");
    }
  }
}
