package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what a document is that is no feed, and what to do about it. */
final class NoFeed {

  /** What web pages begin with, which may leave out the first three (HTML, 13.1.2.4). */
  private static final Set<String> PAGES =
      Set.of("html", "head", "body", "meta", "title", "link", "base");

  private NoFeed() {}

  /** Whether a document with that root is a web page. */
  static boolean isPage(String root) {
    return PAGES.contains(root.toLowerCase(Locale.ROOT));
  }

  /**
   * What to answer.
   *
   * @param root the name of the outermost element, empty where there is none
   * @param url what the addresses in the document are relative to
   */
  static Unreadable of(String root, String document, URI url) {
    if (root.isEmpty()) {
      return new Unreadable(
          "the answer is neither XML nor JSON",
          "check that the address is a feed's and needs no sign-in");
    }
    if (isPage(root)) {
      List<FeedLink> links = FeedLinks.in(document, url);
      return new Unreadable("this is a web page, not a feed", hint(links), links);
    }
    return new Unreadable(
        "this is XML, but no feed: its root element is <" + root + ">",
        root.equals("opml")
            ? "a list of feeds is imported with POST /api/v1/opml"
            : "RSS has <rss> or <rdf:RDF>, Atom has <feed>");
  }

  private static String hint(List<FeedLink> links) {
    return links.stream()
        .findFirst()
        .map(link -> "the page names this feed: " + link.url())
        .orElse("look on the site for the address of its RSS or Atom feed");
  }
}
