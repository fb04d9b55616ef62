package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.watch.FeedHealth;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;

/**
 * Which feeds to list: those that are all of what is asked for.
 *
 * @param health one or several of them, repeated or parted by commas; none for any
 * @param outlet the operator's name of it; empty for any
 * @param language ISO 639-1, as the operator said; empty for any
 * @param q words that address, title or outlet hold; empty for any
 */
record FeedFilter(
    @QueryParam("health") List<String> health,
    @QueryParam("outlet") @DefaultValue("") String outlet,
    @QueryParam("language") @DefaultValue("") String language,
    @QueryParam("q") @DefaultValue("") String q) {

  /**
   * The names of what is asked for.
   *
   * @throws BadRequestException when it is no health
   */
  String[] healthNames() {
    return health.stream()
        .flatMap(names -> Arrays.stream(names.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(FeedFilter::named)
        .map(FeedHealth::name)
        .toArray(String[]::new);
  }

  private static FeedHealth named(String label) {
    return FeedHealth.of(label)
        .orElseThrow(
            () ->
                new BadRequestException("health is ok, silent, failing or retired, not " + label));
  }
}
