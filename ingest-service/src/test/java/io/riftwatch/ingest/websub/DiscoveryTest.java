package io.riftwatch.ingest.websub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riftwatch.ingest.parse.FeedHints;
import io.riftwatch.runtime.http.HttpAnswer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {

  private static final URI URL = URI.create("https://outlet.example/feeds/world");

  private static FeedHints hints(String hub, String self) {
    return new FeedHints(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.ofNullable(hub).map(URI::create),
        Optional.ofNullable(self).map(URI::create));
  }

  private static String found(FeedHints hints, String... links) {
    Map<String, List<String>> headers =
        links.length == 0 ? Map.of() : Map.of("link", Arrays.asList(links));
    return Discovery.of(URL, new HttpAnswer(200, headers, new byte[0]), hints)
        .map(offer -> offer.hub() + " " + offer.topic())
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<https://hub.example/>; rel=\"hub\", <https://outlet.example/self>; rel=\"self\" | https://hub.example/ https://outlet.example/self",
        "</hub>; rel=hub, <self>; rel=self                                 | https://outlet.example/hub https://outlet.example/feeds/self",
        "<https://hub.example/?a=1,2;b>;rel=hub;title=\"a, <b>; rel=self\" | https://hub.example/?a=1,2;b https://outlet.example/feeds/world",
        "<https://hub.example/>; REL=\"next HUB\"; rel=self                | https://hub.example/ https://outlet.example/feeds/world",
        "<https://hub.example/>; title=\"a \\\" b\"; rel=hub               | https://hub.example/ https://outlet.example/feeds/world",
        "<http://hub.example/>; rel=hub, <https://safe.example/>; rel=hub  | https://safe.example/ https://outlet.example/feeds/world",
        "<https://x.example/>; rel=\"self hub\"                            | https://x.example/ https://x.example/",
        "<mailto:hub@hub.example>; rel=hub                                 | none",
        "<https://hub.example/; rel=hub                                    | none",
        "<https://hub.example/>; rel                                       | none",
        "<https://hub.example/>; rel=\"hub                                 | none",
        "<https://outlet.example/self>; rel=self                           | none",
        "rel=hub                                                           | none",
        "``                                                                | none"
      })
  void theLinkHeaderNamesHubAndTopic(String link, String expected) {
    assertEquals(expected, found(FeedHints.NONE, link));
  }

  @Test
  void hubAndTopicMayStandInHeadersOfTheirOwn() {
    assertEquals(
        "https://hub.example/ https://outlet.example/self",
        found(FeedHints.NONE, "</self>; rel=self", "<https://hub.example/>; rel=hub"));
  }

  @Test
  void theHeadersGoBeforeTheFeed() {
    FeedHints inFeed = hints("https://other.example/", "https://outlet.example/other");

    assertEquals(
        "https://hub.example/ https://outlet.example/self",
        found(inFeed, "<https://hub.example/>; rel=hub, </self>; rel=self"));
    assertEquals(
        "https://hub.example/ https://outlet.example/other",
        found(inFeed, "<https://hub.example/>; rel=hub"));
  }

  @Test
  void withoutAHubInTheHeadersTheFeedIsHeard() {
    assertEquals(
        "https://hub.example/ https://outlet.example/self",
        found(hints("https://hub.example/", "https://outlet.example/self"), "<x>; rel=next"));
    assertEquals(
        "https://hub.example/ https://outlet.example/feeds/world",
        found(hints("https://hub.example/", null)));
    assertEquals("none", found(hints(null, "https://outlet.example/self")));
  }
}
