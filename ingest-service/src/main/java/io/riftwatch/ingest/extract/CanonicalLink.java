package io.riftwatch.ingest.extract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * Reads the address a page gives itself (RFC 6596). One that names a front page is the mistake of a
 * template and not believed of any other page.
 */
final class CanonicalLink {

  private CanonicalLink() {}

  /** The page's own address, else the one it was found under. */
  static URI of(Document page, MetaTags meta, URI url) {
    Stream<String> links =
        page.getElementsByTag("link").stream()
            .filter(link -> isCanonical(link.attr("rel")))
            .map(link -> link.attr("href"));
    return Stream.concat(links, meta.get("og:url").stream())
        .filter(link -> !link.isBlank())
        .flatMap(link -> resolved(page, link, url).stream())
        .filter(link -> !isFrontPage(link) || isFrontPage(url))
        .findFirst()
        .orElse(url);
  }

  private static boolean isCanonical(String rel) {
    return Stream.of(rel.toLowerCase(Locale.ROOT).split("\\s+")).anyMatch("canonical"::equals);
  }

  /** Relative links count from the page's base element, where it has one (HTML, 4.2.3). */
  private static Optional<URI> resolved(Document page, String link, URI url) {
    URI base =
        Optional.ofNullable(page.getElementsByTag("base").first())
            .map(element -> element.attr("href"))
            .filter(href -> !href.isBlank())
            .flatMap(href -> WebLink.resolve(url, href))
            .orElse(url);
    return WebLink.resolve(base, link);
  }

  private static boolean isFrontPage(URI link) {
    String path = Optional.ofNullable(link.getRawPath()).orElse("");
    return (path.isEmpty() || path.equals("/")) && link.getRawQuery() == null;
  }
}
