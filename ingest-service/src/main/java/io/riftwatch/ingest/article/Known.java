package io.riftwatch.ingest.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** What the store holds of the items of one reading, and of the articles they may be. */
final class Known {

  /**
   * An entry that was read before.
   *
   * @param publishedAt as it said it then
   * @param pageTries how often its page failed in passing; 0 where it is not owed, -1 where it was
   *     put off before it was asked for
   * @param seenAt when it was taken in, or noted as still there
   */
  record StoredItem(
      String key,
      String articleId,
      String contentHash,
      Optional<Instant> publishedAt,
      int pageTries,
      Instant seenAt) {}

  record StoredArticle(String id, String feedId, int revision, String textHash) {}

  /** Of so many words no two entries are the same by chance, whenever they are published. */
  private static final int WORDS_OF_A_STORY = 40;

  /** Nor of so many where one of the two bears no date. */
  private static final int WORDS_OF_AN_UNDATED_STORY = 8;

  private final Map<String, StoredItem> items;
  private final Map<String, List<StoredItem>> byContent;
  private final Map<String, StoredArticle> articles;
  private final Map<String, String> aliases;
  private final Set<String> present;
  private final Set<String> carried;

  /**
   * @param items of the feed, under the keys, articles and contents of the reading
   * @param articles that the reading's entries may be
   * @param aliases article ids by what else the article's id could have been
   * @param reading the entries that the feed carries now
   */
  Known(
      Collection<StoredItem> items,
      Collection<StoredArticle> articles,
      Map<String, String> aliases,
      Collection<Item> reading) {
    this.items = items.stream().collect(byName(StoredItem::key));
    this.byContent = items.stream().collect(Collectors.groupingBy(StoredItem::contentHash));
    this.articles = articles.stream().collect(byName(StoredArticle::id));
    this.aliases = Map.copyOf(aliases);
    this.present = reading.stream().map(Item::key).collect(Collectors.toUnmodifiableSet());
    this.carried = reading.stream().map(this::carried).collect(Collectors.toUnmodifiableSet());
  }

  private String carried(Item item) {
    StoredItem stored = items.get(item.key());
    return stored == null ? articleId(item) : stored.articleId();
  }

  private static <T> Collector<T, ?, Map<String, T>> byName(Function<T, String> name) {
    return Collectors.toUnmodifiableMap(name, Function.identity());
  }

  /**
   * What an item is, measured against what is known.
   *
   * @param pageAttempts how often an owed page is asked for
   */
  Novelty novelty(String feedId, Item item, int pageAttempts) {
    Optional<StoredItem> seen = Optional.ofNullable(items.get(item.key()));
    if (seen.isPresent() && isSettled(seen.get(), item, pageAttempts)) {
      return new Novelty.Seen();
    }
    Optional<String> returned = seen.isPresent() ? Optional.empty() : returned(item);
    if (returned.isPresent()) {
      return new Novelty.Carried(returned.get());
    }
    int tries = seen.map(StoredItem::pageTries).orElse(0);
    String id = carried(item);
    StoredArticle article = articles.get(id);
    if (article == null) {
      return new Novelty.Fresh(id, tries);
    }
    return article.feedId().equals(feedId)
        ? new Novelty.Touched(id, article.revision(), article.textHash(), tries)
        : new Novelty.Carried(id);
  }

  /** The keys of entries that the feed carries still, and that were noted as seen before a time. */
  Set<String> notedBefore(Instant time) {
    return items.values().stream()
        .filter(stored -> present.contains(stored.key()) && stored.seenAt().isBefore(time))
        .map(StoredItem::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether an entry of the reading is that article. */
  boolean isCarriedNow(String articleId) {
    return carried.contains(articleId);
  }

  private static boolean isSettled(StoredItem seen, Item item, int pageAttempts) {
    return seen.contentHash().equals(item.content().hash())
        && !isOwed(seen.pageTries(), pageAttempts);
  }

  /** Whether a page is to be asked for again that failed so often. */
  static boolean isOwed(int pageTries, int pageAttempts) {
    return pageTries != 0 && pageTries < pageAttempts;
  }

  /** The article of the entry that this one was under another key, if it was there before. */
  private Optional<String> returned(Item item) {
    return byContent.getOrDefault(item.content().hash(), List.of()).stream()
        .filter(stored -> stored.articleId().equals(articleId(item)) || isReturn(stored, item))
        .map(StoredItem::articleId)
        .sorted()
        .findFirst();
  }

  /** A feed that still carries the other entry means two. */
  private boolean isReturn(StoredItem stored, Item item) {
    if (present.contains(stored.key())) {
      return false;
    }
    int words = item.content().words();
    Optional<Instant> date = item.entry().publishedAt();
    boolean isDated = date.isPresent() && stored.publishedAt().isPresent();
    return words >= WORDS_OF_A_STORY
        || (isDated ? date.equals(stored.publishedAt()) : words >= WORDS_OF_AN_UNDATED_STORY);
  }

  private String articleId(Item item) {
    return aliases.getOrDefault(item.articleId(), item.articleId());
  }
}
