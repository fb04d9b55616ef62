package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://A.Example/x, https://a.example/x",
    "HTTPS://a.example:443/x, https://a.example/x",
    "http://a.example:80/x, http://a.example/x",
    "http://a.example:8080/x, http://a.example:8080/x",
    "https://a.example, https://a.example/",
    "https://a.example/x#comments, https://a.example/x",
    "https://a.example/x?utm_source=rss&utm_medium=feed, https://a.example/x",
    "https://a.example/x?id=7&utm_source=rss&page=2, https://a.example/x?id=7&page=2",
    "https://a.example/x?xtor=RSS-1, https://a.example/x",
    "https://a.example/x?at_medium=RSS&at_campaign=KARANGA, https://a.example/x",
    "https://a.example/x?, https://a.example/x",
    "https://a.example/%D0%BC?q=%20, https://a.example/%D0%BC?q=%20"
  })
  void whatOnlySaysHowTheReaderCameIsLeftOut(URI url, URI canonical) {
    assertEquals(canonical, CanonicalUrl.of(url));
    assertEquals(canonical, CanonicalUrl.of(canonical));
  }
}
