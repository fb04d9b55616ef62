package io.riftwatch.ingest.article;

import io.riftwatch.ingest.parse.Entry;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides which article an entry is. Within its feed an entry is known by its guid, else its
 * address, else its title; across the feeds of an outlet an article is known by its address. A guid
 * that entries of a reading share with different addresses says nothing, and neither does an
 * address that different entries share.
 */
final class Identity {

  /** An entry with what it may be known by, in the form it is compared in. */
  private record Mark(Entry entry, Optional<String> guid, Optional<String> address) {

    static Mark of(Entry entry) {
      return new Mark(
          entry,
          entry.guid().map(guid -> SCHEME.matcher(guid).replaceFirst("")),
          entry.url().map(CanonicalUrl::comparable));
    }

    String name() {
      return guid.orElseGet(entry::title);
    }
  }

  /** A guid that is an address keeps its meaning when the outlet moves to https. */
  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

  private final Source source;
  private final Map<String, Set<String>> addressesOfGuid;
  private final Map<String, Set<String>> namesAtAddress;

  private Identity(Source source, List<Mark> marks) {
    this.source = source;
    List<Mark> addressed = marks.stream().filter(mark -> mark.address().isPresent()).toList();
    this.addressesOfGuid =
        addressed.stream()
            .filter(mark -> mark.guid().isPresent())
            .collect(
                Collectors.groupingBy(
                    mark -> mark.guid().get(),
                    Collectors.mapping(mark -> mark.address().get(), Collectors.toSet())));
    this.namesAtAddress =
        addressed.stream()
            .collect(
                Collectors.groupingBy(
                    mark -> mark.address().get(),
                    Collectors.mapping(Mark::name, Collectors.toSet())));
  }

  /** The entries of one reading, in their order; of entries under one key the first counts. */
  static List<Item> of(Source source, List<Entry> entries) {
    List<Mark> marks = entries.stream().map(Mark::of).toList();
    Identity identity = new Identity(source, marks);
    Map<String, Item> items = new LinkedHashMap<>();
    for (Mark mark : marks) {
      Item item = identity.item(mark);
      items.putIfAbsent(item.key(), item);
    }
    return List.copyOf(items.values());
  }

  /** The article at an address of an outlet, or empty for its front page, which is none. */
  static Optional<String> articleAt(String outlet, URI url) {
    String address = CanonicalUrl.comparable(url);
    return isFrontPage(address) ? Optional.empty() : Optional.of(articleAt(outlet, address));
  }

  private Item item(Mark mark) {
    String key = key(mark);
    String articleId =
        mark.address()
            .filter(this::isOneArticles)
            .map(address -> articleAt(source.outlet(), address))
            .orElseGet(() -> Digest.of("article", source.feedId(), key));
    return new Item(mark.entry(), key, articleId, Item.Content.of(mark.entry()));
  }

  private String key(Mark mark) {
    Optional<String> guid = mark.guid();
    Optional<String> address = mark.address();
    if (guid.isPresent()) {
      return isOneEntrys(guid.get())
          ? Digest.of("guid", guid.get())
          : Digest.of("guid and url", guid.get(), address.orElse(""));
    }
    if (address.isPresent()) {
      return isOneArticles(address.get())
          ? Digest.of("url", address.get())
          : Digest.of("url and title", address.get(), mark.entry().title());
    }
    return Digest.of("title", mark.entry().title(), mark.entry().text());
  }

  private boolean isOneEntrys(String guid) {
    return addressesOfGuid.getOrDefault(guid, Set.of()).size() <= 1;
  }

  private boolean isOneArticles(String address) {
    return !isFrontPage(address) && namesAtAddress.get(address).size() == 1;
  }

  private static boolean isFrontPage(String address) {
    return address.indexOf('/') < 0 && address.indexOf('?') < 0 && address.indexOf('#') < 0;
  }

  private static String articleAt(String outlet, String address) {
    return Digest.of("article", outlet, address);
  }
}
