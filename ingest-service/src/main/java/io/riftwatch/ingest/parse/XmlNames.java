package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.markup.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the names of a document mean within one element: {@code local} for the formats themselves,
 * {@code module:local} for their modules, in lower case, whatever prefixes the document chose.
 */
final class XmlNames {

  private static final int MOST_PREFIXES = 200;
  private static final String FORMAT = "";

  private static final Map<String, String> MODULES = new HashMap<>();

  static {
    for (String format :
        List.of(
            "http://www.w3.org/2005/atom",
            "http://purl.org/atom/ns#",
            "http://purl.org/rss/1.0/",
            "http://purl.org/rss/1.0/modules/rss091#",
            "http://my.netscape.com/rdf/simple/0.9/",
            "http://channel.netscape.com/rdf/simple/0.9/",
            "http://blogs.law.harvard.edu/tech/rss",
            "http://cyber.law.harvard.edu/rss/",
            "http://purl.org/echo/",
            "http://purl.org/pie/")) {
      MODULES.put(format, FORMAT);
    }
    MODULES.put("http://purl.org/dc/elements/1.1/", "dc");
    MODULES.put("http://purl.org/dc/elements/1.0/", "dc");
    MODULES.put("http://purl.org/dc/terms/", "dcterms");
    MODULES.put("http://purl.org/rss/1.0/modules/content/", "content");
    MODULES.put("http://purl.org/rss/1.0/modules/syndication/", "sy");
    MODULES.put("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf");
    MODULES.put("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes");
    MODULES.put("http://search.yahoo.com/mrss/", "media");
    MODULES.put("http://search.yahoo.com/mrss", "media");
    MODULES.put("http://www.w3.org/1999/xhtml", "xhtml");
    MODULES.put("http://www.w3.org/xml/1998/namespace", "xml");
    MODULES.put("http://www.w3.org/2000/svg", "svg");
  }

  /** What undeclared prefixes are commonly used for. */
  private static final Map<String, String> CUSTOMARY =
      Map.ofEntries(
          Map.entry("xml", "xml"),
          Map.entry("dc", "dc"),
          Map.entry("dcterms", "dcterms"),
          Map.entry("content", "content"),
          Map.entry("sy", "sy"),
          Map.entry("rdf", "rdf"),
          Map.entry("itunes", "itunes"),
          Map.entry("media", "media"),
          Map.entry("xhtml", "xhtml"),
          Map.entry("atom", FORMAT),
          Map.entry("a10", FORMAT),
          Map.entry("rss", FORMAT));

  private static final Set<String> RESERVED = Set.of("xml", "xmlns");

  private final Map<String, String> prefixes;
  private final String unprefixed;
  private final Map<String, String> meanings = new HashMap<>();
  private final Consumer<String> undeclared;

  private XmlNames(Map<String, String> prefixes, String unprefixed, Consumer<String> undeclared) {
    this.prefixes = prefixes;
    this.unprefixed = unprefixed;
    this.undeclared = undeclared;
  }

  /**
   * The names outside of any element.
   *
   * @param undeclared hears of prefixes that are not declared
   */
  static XmlNames outside(Consumer<String> undeclared) {
    return new XmlNames(Map.of(), FORMAT, undeclared);
  }

  /** The names within an element that has these attributes. */
  XmlNames within(List<Attribute> attributes) {
    Map<String, String> inner = prefixes;
    String innerUnprefixed = unprefixed;
    for (Attribute attribute : attributes) {
      if (attribute.name().equals("xmlns")) {
        innerUnprefixed = module(attribute.value(), FORMAT);
      } else if (attribute.name().startsWith("xmlns:") && inner.size() < MOST_PREFIXES) {
        inner = inner == prefixes ? new HashMap<>(prefixes) : inner;
        String prefix = attribute.name().substring("xmlns:".length());
        inner.put(prefix, module(attribute.value(), prefix.toLowerCase(Locale.ROOT)));
      }
    }
    return inner == prefixes && innerUnprefixed.equals(unprefixed)
        ? this
        : new XmlNames(inner, innerUnprefixed, undeclared);
  }

  /** The same names, with one prefix meaning the format itself, whatever it was declared to be. */
  XmlNames withFormat(String prefix) {
    Map<String, String> inner = new HashMap<>(prefixes);
    inner.put(prefix, FORMAT);
    return new XmlNames(inner, unprefixed, undeclared);
  }

  /** What the name of an element means. */
  String element(String name) {
    String known = meanings.get(name);
    if (known == null) {
      int colon = name.indexOf(':');
      known = colon < 0 ? meaning(unprefixed, name) : prefixed(name, colon);
      meanings.put(name, known);
    }
    return known;
  }

  /** What the name of an attribute means; without a prefix it belongs to its element. */
  String attribute(String name) {
    int colon = name.indexOf(':');
    return colon < 0 || RESERVED.contains(name.substring(0, colon))
        ? name.toLowerCase(Locale.ROOT)
        : prefixed(name, colon);
  }

  private String prefixed(String name, int colon) {
    String prefix = name.substring(0, colon);
    String module = prefixes.get(prefix);
    if (module == null) {
      module = CUSTOMARY.getOrDefault(prefix, prefix.toLowerCase(Locale.ROOT));
      if (!RESERVED.contains(prefix)) {
        undeclared.accept(prefix);
      }
    }
    return meaning(module, name.substring(colon + 1));
  }

  private static String meaning(String module, String local) {
    String lower = local.toLowerCase(Locale.ROOT);
    return module.isEmpty() ? lower : module + ":" + lower;
  }

  private static String module(String namespace, String otherwise) {
    String uri = namespace.strip().toLowerCase(Locale.ROOT);
    return uri.contains("backend.userland.com/rss") ? FORMAT : MODULES.getOrDefault(uri, otherwise);
  }
}
