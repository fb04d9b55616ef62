package io.riftwatch.ingest.parse;

import java.util.Locale;

/** The formats that feeds are written in. */
public enum FeedFormat {
  RSS_0_90("RSS 0.90"),
  RSS_0_91("RSS 0.91"),
  RSS_0_92("RSS 0.92"),
  RSS_0_93("RSS 0.93"),
  RSS_0_94("RSS 0.94"),
  RSS_1_0("RSS 1.0"),
  RSS_2_0("RSS 2.0"),
  /** RSS that does not say, or says wrongly, of which version it is. */
  RSS("RSS"),
  ATOM_0_1("Atom 0.1"),
  ATOM_0_2("Atom 0.2"),
  ATOM_0_3("Atom 0.3"),
  ATOM_1_0("Atom 1.0"),
  /** Atom without a namespace or a version. */
  ATOM("Atom"),
  /** Microsoft's Channel Definition Format of 1997. */
  CDF("CDF"),
  JSON_FEED_1_0("JSON Feed 1"),
  JSON_FEED_1_1("JSON Feed 1.1");

  private final String label;

  FeedFormat(String label) {
    this.label = label;
  }

  /** The format's name as people write it. */
  public String label() {
    return label;
  }

  boolean isAtom() {
    return label.startsWith("Atom");
  }

  /** The format whose outermost element that is. */
  static FeedFormat of(XmlElement element) {
    return switch (element.meaning()) {
      case "rss" -> rss(element.attribute("version").orElse("").strip());
      case "rdf:rdf" -> element.declares("my.netscape.com/rdf/simple/0.9") ? RSS_0_90 : RSS_1_0;
      case "channel" -> CDF;
      case "item" -> RSS;
      default -> atom(element);
    };
  }

  private static FeedFormat rss(String version) {
    return switch (version) {
      case "0.90" -> RSS_0_90;
      case "0.91" -> RSS_0_91;
      case "0.92" -> RSS_0_92;
      case "0.93" -> RSS_0_93;
      case "0.94" -> RSS_0_94;
      case "1.0" -> RSS_1_0;
      default -> version.startsWith("2.") || version.equals("2") ? RSS_2_0 : RSS;
    };
  }

  private static FeedFormat atom(XmlElement element) {
    if (element.declares("www.w3.org/2005/atom")) {
      return ATOM_1_0;
    }
    return switch (element.attribute("version").orElse("").strip().toLowerCase(Locale.ROOT)) {
      case "0.1" -> ATOM_0_1;
      case "0.2" -> ATOM_0_2;
      case "0.3" -> ATOM_0_3;
      case "1.0" -> ATOM_1_0;
      default -> ATOM;
    };
  }
}
