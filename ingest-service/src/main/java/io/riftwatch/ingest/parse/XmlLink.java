package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.WebLink;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A link of a feed or an entry.
 *
 * @param relation in lower case (RFC 4287, section 4.2.7.2)
 * @param type the media type of what it leads to, in lower case, empty where the feed says none
 * @param address empty where it leads to no web address
 */
record XmlLink(String relation, String type, Optional<URI> address) {

  private static final String ALTERNATE = "alternate";
  private static final String REGISTERED = "http://www.iana.org/assignments/relation/";
  private static final Set<String> PAGES = Set.of("", "text/html", "application/xhtml+xml");

  /** RSS: the address stands in the element. */
  static XmlLink page(XmlElement element, String words) {
    return new XmlLink(ALTERNATE, "", address(element, words));
  }

  /**
   * Atom, and RSS with attributes.
   *
   * @param words what stands in the element, where no attribute has the address
   */
  static XmlLink of(XmlElement element, Supplier<String> words) {
    String reference =
        element
            .attribute("href")
            .or(() -> element.attribute("url"))
            .or(() -> element.attribute("uri"))
            .or(() -> element.attribute("rdf:resource"))
            .orElseGet(words);
    String relation = element.attribute("rel").map(XmlLink::word).orElse(ALTERNATE);
    return new XmlLink(
        relation.startsWith(REGISTERED) ? relation.substring(REGISTERED.length()) : relation,
        word(element.attribute("type").orElse("").split(";", 2)[0]),
        address(element, reference));
  }

  /** What a link in an element means. */
  static Optional<URI> address(XmlElement element, String link) {
    return link.isBlank() ? Optional.empty() : WebLink.resolve(element.base(), link);
  }

  void tell(EntryDraft entry) {
    if (relation.equals(ALTERNATE)) {
      if (PAGES.contains(type)) {
        entry.page(address);
      } else {
        entry.otherPage(address);
      }
    }
  }

  void tell(FeedDraft feed) {
    switch (relation) {
      case "self" -> feed.hints().self(address);
      case "hub" -> feed.hints().hub(address);
      case ALTERNATE -> {
        if (PAGES.contains(type)) {
          feed.page(address);
        } else {
          feed.otherPage(address);
        }
      }
      default -> {}
    }
  }

  private static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
