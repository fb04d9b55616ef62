package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.HtmlText;
import io.riftwatch.ingest.extract.WebLink;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the feeds that a web page names: links marked as alternates of the page or as feeds
 * (rssboard.org's autodiscovery), then anchors whose address looks like a feed's. Feeds of comments
 * come last.
 */
final class FeedLinks {

  /** Characters of a page that are read; the tree of a page takes many times its bytes. */
  private static final int MOST_READ = 1 << 20;

  private static final int MOST = 50;
  private static final Pattern FEED_TYPE =
      Pattern.compile(
          "(?i)application/(rss|atom|rdf|feed)\\b.*|text/(rss|atom).*|application/json");
  private static final Pattern FEED_PATH =
      Pattern.compile("(?i).*[/._-](feed|feeds|rss2?|atom|rdf)(/|\\.xml|\\.json|\\.php)?");
  private static final Pattern COMMENTS =
      Pattern.compile("(?i).*\\b(comments?|kommentare?|commentaires?|comentarios)\\b.*");

  private FeedLinks() {}

  /** The feeds that a page names; the likeliest first. */
  static List<FeedLink> in(String html, URI url) {
    Document page =
        Jsoup.parse(html.substring(0, Math.min(html.length(), MOST_READ)), url.toString());
    URI base =
        Optional.ofNullable(page.selectFirst("base[href]"))
            .flatMap(element -> WebLink.resolve(url, element.attr("href")))
            .orElse(url);
    Map<URI, FeedLink> found = new LinkedHashMap<>();
    for (Element link : page.select("link[rel~=(?i)\\balternate\\b][type][href]")) {
      if (FEED_TYPE.matcher(link.attr("type").strip()).matches()) {
        add(link, link.attr("title"), base, found);
      }
    }
    for (Element link :
        page.select("link[rel~=(?i)\\bfeed\\b][href], a[rel~=(?i)\\bfeed\\b][href]")) {
      add(link, link.attr("title"), base, found);
    }
    for (Element anchor : page.select("a[href]")) {
      if (FEED_TYPE.matcher(anchor.attr("type").strip()).matches() || isFeed(anchor, base)) {
        add(anchor, anchor.text(), base, found);
      }
    }
    found.remove(url);
    return commentsLast(found);
  }

  private static boolean isFeed(Element anchor, URI base) {
    return WebLink.resolve(base, anchor.attr("href"))
        .map(URI::getPath)
        .filter(path -> FEED_PATH.matcher(path.toLowerCase(Locale.ROOT)).matches())
        .isPresent();
  }

  private static void add(Element link, String title, URI base, Map<URI, FeedLink> found) {
    if (found.size() < MOST) {
      WebLink.resolve(base, link.attr("href"))
          .ifPresent(
              url ->
                  found.putIfAbsent(
                      url, new FeedLink(url, HtmlText.oneLine(title), link.attr("type").strip())));
    }
  }

  private static List<FeedLink> commentsLast(Map<URI, FeedLink> found) {
    List<FeedLink> links = new ArrayList<>();
    found.values().stream().filter(link -> !isOfComments(link)).forEach(links::add);
    found.values().stream().filter(FeedLinks::isOfComments).forEach(links::add);
    return List.copyOf(links);
  }

  private static boolean isOfComments(FeedLink link) {
    return COMMENTS.matcher(link.title()).matches()
        || COMMENTS.matcher(link.url().getPath()).matches();
  }
}
