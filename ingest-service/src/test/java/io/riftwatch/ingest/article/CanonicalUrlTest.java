package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
    "https://a.example/#!/x, https://a.example/#!/x",
    "https://a.example/x?utm_source=rss&utm_medium=feed, https://a.example/x",
    "https://a.example/x?UTM_Source=rss, https://a.example/x",
    "https://a.example/x?id=7&utm_source=rss&page=2, https://a.example/x?id=7&page=2",
    "https://a.example/x?xtor=RSS-1, https://a.example/x",
    "https://a.example/x?at_medium=RSS&at_campaign=KARANGA, https://a.example/x",
    "https://a.example/x?fbclid=IwAR0, https://a.example/x",
    "https://a.example/x?ref=rss&id=1, https://a.example/x?id=1",
    "https://a.example/x?ref=7, https://a.example/x?ref=7",
    "https://a.example/x?amp, https://a.example/x",
    "https://a.example/x?amp=1&id=2, https://a.example/x?id=2",
    "https://a.example/x?outputType=amp, https://a.example/x",
    "https://a.example/x?outputType=json, https://a.example/x?outputType=json",
    "https://a.example/x?, https://a.example/x",
    "https://a.example/%D0%BC?q=%20, https://a.example/%D0%BC?q=%20",
    "https://www.google.com/amp/s/www.a.example/x/amp, https://www.a.example/x/amp",
    "https://www.google.fr/amp/a.example/x, http://a.example/x",
    "https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x?q=1, https://www.a.example/x?q=1",
    "https://a-example.cdn.ampproject.org/v/a.example/x, http://a.example/x",
    "https://www.google.com/search?q=x, https://www.google.com/search?q=x"
  })
  void whatOnlySaysHowTheReaderCameIsLeftOut(URI url, URI canonical) {
    assertEquals(canonical, CanonicalUrl.of(url));
    assertEquals(canonical, CanonicalUrl.of(canonical));
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example/x",
    "https://www.a.example/x",
    "https://m.a.example/x",
    "https://mobile.a.example/x",
    "https://touch.a.example/x",
    "https://amp.a.example/x",
    "https://www.m.a.example/x",
    "https://a.example/x/",
    "https://a.example//x",
    "https://a.example:443/x",
    "http://a.example:80/x",
    "https://a.example/x#part",
    "https://a.example/x?utm_source=a",
    "https://a.example/x/amp",
    "https://a.example/x/amp/",
    "https://a.example/amp/x",
    "https://a.example/amphtml/x",
    "https://a.example/x.amp",
    "https://a.example/x?amp=1",
    "https://a.example/x/index.html",
    "https://www.google.com/amp/s/amp.a.example/x/",
    "https://a-example.cdn.ampproject.org/c/s/a.example/x.amp"
  })
  void twoAddressesOfOnePageAreComparedAsOne(URI url) {
    assertEquals("a.example/x", CanonicalUrl.comparable(url));
  }

  @ParameterizedTest
  @CsvSource({
    "https://en.m.wiki.example/x, https://en.wiki.example/x",
    "https://a.example/x?b=2&a=1, https://a.example/x?a=1&b=2",
    "https://a.example/%d0%bc, https://a.example/%D0%BC",
    "https://a.example/x.amp.html, https://a.example/x.html",
    "https://a.example/#!/x, http://www.a.example/#!/x"
  })
  void theSameHoldsWhereMoreOfTheAddressIsLeft(URI a, URI b) {
    assertEquals(CanonicalUrl.comparable(b), CanonicalUrl.comparable(a));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/x, https://a.example/y",
    "https://a.example/x, https://a.example/X",
    "https://a.example/x?id=1, https://a.example/x?id=2",
    "https://a.example/x, https://a.example:8443/x",
    "https://a.example/x, https://b.example/x",
    "https://fr.a.example/x, https://a.example/x",
    "https://a.example/amp, https://a.example/",
    "https://a.example/amplifier/x, https://a.example/x",
    "https://m.example/x, https://example/x",
    "https://a.example/#!/x, https://a.example/#!/y"
  })
  void twoPagesAreTwoAddresses(URI a, URI b) {
    assertNotEquals(CanonicalUrl.comparable(b), CanonicalUrl.comparable(a));
  }
}
