package io.riftwatch.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://127.0.0.1:1/rss, http://127.0.0.1:1/rss",
    "http://127.0.0.1:1/rss#top, http://127.0.0.1:1/rss",
    "http://LOCALHOST.:1/rss, http://localhost:1/rss",
    "https://Example.org:443/Feed?A=b%20c, https://example.org/Feed?A=b%20c",
    "http://example.org:80, http://example.org",
    "https://example.org:80/, https://example.org:80/",
    "'http://[2001:DB8::1]:80/rss', 'http://[2001:db8::1]/rss'",
  })
  void spellingsOfOneAddressAreOneAddress(String written, String address) {
    FeedSettings settings = new FeedSettings(written, null, null, null, null, null, null);

    assertEquals(address, settings.address());
  }
}
