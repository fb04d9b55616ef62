package io.riftwatch.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebLinkTest {

  private static final URI BASE = URI.create("https://a.example/feeds/x.xml");

  @ParameterizedTest
  @CsvSource({
    "https://b.example/1, https://b.example/1",
    "//b.example/1, https://b.example/1",
    "/1?a[]=2, https://a.example/1?a[]=2",
    "2, https://a.example/feeds/2",
    "/мали и франция, https://a.example/%D0%BC%D0%B0%D0%BB%D0%B8%20%D0%B8%20%D1%84%D1%80%D0%B0%D0%BD%D1%86%D0%B8%D1%8F",
    "http://www.bücher.example/à, http://www.xn--bcher-kva.example/%C3%A0",
    "/100%, https://a.example/100%25",
    "/a[1].html, https://a.example/a%5B1%5D.html",
    "/a%20b, https://a.example/a%20b",
    "javascript:void(0), ",
    "mailto:a@b.example, ",
    "http://, ",
    "http:///x, ",
    "ftp://a.example/, "
  })
  void aLinkIsAnAbsoluteWebAddressOrNothing(String link, String address) {
    assertEquals(Optional.ofNullable(address).map(URI::create), WebLink.resolve(BASE, link));
  }

  @ParameterizedTest
  @CsvSource({"https://b.example, https://b.example", "b.example/feed, ", "/feed, ", "'', "})
  void anAddressStandsByItself(String link, String address) {
    assertEquals(Optional.ofNullable(address).map(URI::create), WebLink.absolute(link));
  }
}
