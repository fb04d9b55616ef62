package io.riftwatch.ingest.article;

import io.riftwatch.ingest.parse.Entry;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides which article an entry is. Within its feed an entry is known by its guid, else its
 * canonical address, else its title; across the feeds of an outlet an article is known by its
 * canonical address.
 */
final class Identity {

  private final Source source;
  private final Map<URI, Long> uses;

  private Identity(Source source, List<Entry> entries) {
    this.source = source;
    this.uses =
        entries.stream()
            .flatMap(entry -> address(entry).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** The entries of one reading, in their order; of entries under one key the first counts. */
  static List<Item> of(Source source, List<Entry> entries) {
    Identity identity = new Identity(source, entries);
    Map<String, Item> items = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Item item = identity.item(entry);
      items.putIfAbsent(item.key(), item);
    }
    return List.copyOf(items.values());
  }

  private Item item(Entry entry) {
    return new Item(
        entry,
        key(entry),
        articleId(entry),
        Digest.of(entry.title(), entry.brief().source(), entry.body().source()));
  }

  private String key(Entry entry) {
    return entry
        .guid()
        .map(guid -> Digest.of("guid", guid))
        .or(() -> address(entry).map(url -> Digest.of("url", url.toString())))
        .orElseGet(() -> Digest.of("title", entry.title(), entry.text()));
  }

  private String articleId(Entry entry) {
    return address(entry)
        .filter(url -> entry.guid().isEmpty() || isOneArticles(url))
        .map(url -> Digest.of("article", source.outlet(), url.toString()))
        .orElseGet(() -> Digest.of("article", source.feedId(), key(entry)));
  }

  /** Some feeds link all entries to one page; then the page says nothing of identity. */
  private boolean isOneArticles(URI url) {
    boolean isFrontPage = url.getRawPath().equals("/") && url.getRawQuery() == null;
    return !isFrontPage && uses.get(url) == 1;
  }

  private static Optional<URI> address(Entry entry) {
    return entry.url().map(CanonicalUrl::of);
  }
}
