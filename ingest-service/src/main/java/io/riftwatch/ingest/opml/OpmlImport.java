package io.riftwatch.ingest.opml;

import io.riftwatch.ingest.feed.FeedSettings;
import io.riftwatch.ingest.feed.Feeds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.net.URI;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Follows the feeds of an OPML document that are not followed yet. */
@ApplicationScoped
class OpmlImport {

  /**
   * What became of the outlines.
   *
   * @param imported feeds that are followed now
   * @param alreadyThere feeds that were, or that stand in the document twice
   * @param refused outlines that are no feeds to follow
   */
  record Summary(int imported, int alreadyThere, List<Refusal> refused) {}

  /** Why an outline was refused. */
  record Refusal(int line, String url, String reason) {}

  /** Following a feed locks its host, for polls to be settled in the same order. */
  private static final Comparator<String> BY_HOST =
      Comparator.comparing((String url) -> URI.create(url).getHost().toLowerCase(Locale.ROOT))
          .thenComparing(Comparator.naturalOrder());

  private final Feeds feeds;
  private final Validator validator;

  OpmlImport(Feeds feeds, Validator validator) {
    this.feeds = feeds;
    this.validator = validator;
  }

  /** Imports the outlines; needs a transaction. */
  Uni<Summary> of(List<Outline> outlines) {
    Map<String, FeedSettings> wanted = new TreeMap<>(BY_HOST);
    List<Refusal> refused = new ArrayList<>();
    for (Outline outline : outlines) {
      sort(outline, wanted, refused);
    }
    return feeds
        .followedAmong(List.copyOf(wanted.keySet()))
        .chain(followed -> follow(wanted, followed))
        .map(
            imported ->
                new Summary(imported, outlines.size() - refused.size() - imported, refused));
  }

  private void sort(Outline outline, Map<String, FeedSettings> wanted, List<Refusal> refused) {
    String url = outline.get("xmlUrl");
    try {
      FeedSettings settings = FeedOutline.settings(outline);
      String complaint = complaint(settings);
      if (complaint.isEmpty()) {
        wanted.putIfAbsent(settings.address(), settings);
      } else {
        refused.add(new Refusal(outline.line(), url, complaint));
      }
    } catch (DateTimeException e) {
      refused.add(
          new Refusal(
              outline.line(), url, "riftwatch:pollInterval is no ISO 8601 duration such as PT5M"));
    }
  }

  private String complaint(FeedSettings settings) {
    return validator.validate(settings).stream()
        .map(
            violation ->
                violation.getPropertyPath().toString().equals("url")
                    ? "xmlUrl " + violation.getMessage()
                    : violation.getMessage())
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private Uni<Integer> follow(Map<String, FeedSettings> wanted, Set<String> followed) {
    return Multi.createFrom()
        .iterable(wanted.entrySet())
        .select()
        .where(entry -> !followed.contains(entry.getKey()))
        .onItem()
        .transformToUniAndConcatenate(entry -> feeds.follow(entry.getValue()))
        .collect()
        .asList()
        .map(List::size);
  }
}
