package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.markup.Attribute;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an XML document element by element and mends it on the way: every element that begins also
 * ends, whatever the document does, except where it breaks off.
 */
final class XmlReader {

  enum Event {
    START,
    END,
    FINISH
  }

  /** Roots that are the format's own, whatever namespace they are declared to be in. */
  private static final Set<String> ROOTS = Set.of("rss", "feed", "channel");

  /** Elements that never stand within each other. */
  private static final Set<String> ENTRIES = Set.of("item", "entry");

  /** So many unclosed elements are looked through for their end; later ones end at their bounds. */
  private static final int PATIENCE = 20;

  private final XmlTokens tokens;
  private final Limits limits;
  private final Repairs repairs;
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private final XmlElement outermost;
  private XmlElement element;
  private int ending;
  private int unclosed;
  private boolean hasRoot;

  XmlReader(String document, Limits limits, Repairs repairs, URI base, Optional<String> language) {
    this.tokens = new XmlTokens(document, limits, repairs);
    this.limits = limits;
    this.repairs = repairs;
    XmlNames names =
        XmlNames.outside(prefix -> repairs.note(Repair.UNDECLARED_PREFIX, tokens.start()));
    this.outermost = XmlElement.outermost(names, base, language);
    this.element = outermost;
  }

  /** The element that the last event is about. */
  XmlElement element() {
    return element;
  }

  /** How many elements are open; the one that has just ended is not. */
  int depth() {
    return open.size();
  }

  /** Goes on to the next event. */
  Event next() {
    while (ending == 0) {
      switch (tokens.next()) {
        case TEXT -> text();
        case START -> {
          ending = entriesToEnd();
          if (ending == 0) {
            return start();
          }
          tokens.backTo(tokens.start());
        }
        case END -> ending = closed();
        case FINISH -> {
          if (!open.isEmpty()) {
            repairs.note(Repair.CUT_SHORT, tokens.start());
          }
          return Event.FINISH;
        }
      }
    }
    ending--;
    element = open.pop();
    return Event.END;
  }

  /**
   * What stands within the element that has just begun; its end is the next event, unless the
   * document breaks off within it.
   *
   * @param bounds elements that cannot stand within it; where it is not closed, they end it
   */
  Inside inside(Set<String> bounds) {
    if (ending > 0) {
      return Inside.NOTHING;
    }
    int from = tokens.end();
    if (unclosed < PATIENCE) {
      Optional<Inside> whole = inside(from, Set.of());
      if (whole.isPresent()) {
        return whole.get();
      }
      unclosed++;
      tokens.backTo(from);
    }
    return inside(from, bounds).orElse(Inside.NOTHING);
  }

  private Event start() {
    List<Attribute> attributes = tokens.attributes();
    XmlElement parent = around();
    XmlNames names = attributes.isEmpty() ? parent.names() : parent.names().within(attributes);
    String name = tokens.name();
    element = parent.child(name, attributes, hasRoot ? names : rootNames(name, names));
    hasRoot = true;
    open.push(element);
    checkDepth(open.size());
    ending = tokens.isEmptyElement() ? 1 : 0;
    return Event.START;
  }

  private static XmlNames rootNames(String name, XmlNames names) {
    int colon = name.indexOf(':');
    return colon > 0 && ROOTS.contains(name.substring(colon + 1).toLowerCase(Locale.ROOT))
        ? names.withFormat(name.substring(0, colon))
        : names;
  }

  private XmlElement around() {
    return open.isEmpty() ? outermost : open.peek();
  }

  private void text() {
    if (!tokens.isBlank()) {
      if (open.isEmpty()) {
        repairs.note(hasRoot ? Repair.JUNK_AFTER : Repair.JUNK_BEFORE, tokens.start());
      } else {
        open.peek().append(tokens.text());
      }
    }
  }

  /** How many open elements the start of an entry ends: an entry cannot stand in another. */
  private int entriesToEnd() {
    if (!tokens.isEntry()) {
      return 0;
    }
    int count = 0;
    for (XmlElement one : open) {
      count++;
      if (ENTRIES.contains(one.meaning())) {
        repairs.note(Repair.UNCLOSED_ELEMENT, tokens.start());
        return count;
      }
    }
    return 0;
  }

  /** How many open elements the last end tag closes. */
  private int closed() {
    Iterator<XmlElement> from = open.iterator();
    for (int count = 1; from.hasNext(); count++) {
      if (tokens.isEndOf(from.next())) {
        if (count > 1) {
          repairs.note(Repair.UNCLOSED_ELEMENT, tokens.start());
        }
        return count;
      }
    }
    repairs.note(Repair.STRAY_END, tokens.start());
    return 0;
  }

  /** Whether the last START or END has the name of an element that the current one stands in. */
  private boolean isLikeParent() {
    for (XmlElement one : open) {
      if (one != element && tokens.isNamed(one.name())) {
        return true;
      }
    }
    return false;
  }

  /** Empty where the element does not end before its parent, and has no bounds. */
  private Optional<Inside> inside(int from, Set<String> bounds) {
    Inside.Builder inside = new Inside.Builder();
    int nested = 0;
    int nestedParents = 0;
    int depth = open.size();
    while (true) {
      switch (tokens.next()) {
        case TEXT -> inside.append(tokens);
        case START -> {
          if (!bounds.isEmpty() && bounds.contains(element.names().element(tokens.name()))) {
            return ended(inside, from, depth, tokens.start());
          }
          inside.element();
          if (!tokens.isEmptyElement() && !tokens.isVoid()) {
            checkDepth(++depth);
            nested += tokens.isNamed(element.name()) ? 1 : 0;
            nestedParents += isLikeParent() ? 1 : 0;
          }
        }
        case END -> {
          if (tokens.isEndOf(element)) {
            if (nested == 0) {
              return ended(inside, from, depth, tokens.end());
            }
            nested--;
            depth--;
          } else if (isLikeParent() && nestedParents-- == 0) {
            return bounds.isEmpty() ? Optional.empty() : ended(inside, from, depth, tokens.start());
          } else {
            depth -= tokens.isVoid() ? 0 : 1;
          }
        }
        case FINISH -> {
          return bounds.isEmpty() ? Optional.empty() : Optional.of(Inside.NOTHING);
        }
      }
    }
  }

  private Optional<Inside> ended(Inside.Builder inside, int from, int depth, int goOnAt) {
    boolean isEndedByOther = goOnAt == tokens.start();
    if (isEndedByOther || depth != open.size()) {
      repairs.note(Repair.UNCLOSED_ELEMENT, from);
    }
    ending = 1;
    tokens.backTo(goOnAt);
    return Optional.of(inside.of(tokens, from, tokens.start()));
  }

  private void checkDepth(int depth) {
    if (depth > limits.depth()) {
      throw new Limits.Exceeded("its elements stand more than " + limits.depth() + " deep");
    }
  }
}
