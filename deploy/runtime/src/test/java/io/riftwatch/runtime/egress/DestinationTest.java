package io.riftwatch.runtime.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "http://example.org, http, example.org, 80",
    "HTTP://Example.ORG./a?b#c, http, example.org, 80",
    "https://example.org:8443/, https, example.org, 8443",
    "https://example.org:/, https, example.org, 443",
    "http://some_site.example.org/, http, some_site.example.org, 80",
    "http://bücher.example/, http, xn--bcher-kva.example, 80",
    "http://XN--BCHER-KVA.example/, http, xn--bcher-kva.example, 80",
    "http://новости.рф/, http, xn--b1amnebsh.xn--p1ai, 80",
    "http://例え。テスト/, http, xn--r8jz45g.xn--zckzah, 80",
    "http://4chan.example/, http, 4chan.example, 80",
    "http://1.1.1.1/, http, 1.1.1.1, 80",
    "http://[2606:4700::1111]:8080/, http, 2606:4700::1111, 8080"
  })
  void anAddressLeadsToOneHost(String address, String scheme, String host, int port)
      throws Exception {
    assertEquals(new Destination(scheme, host, port), Destination.of(URI.create(address)));
  }

  @Test
  void anIpv6HostStandsInBracketsWhereAColonWouldMislead() throws Exception {
    assertEquals("[::1]", Destination.of(URI.create("http://[::1]/")).uriHost());
    assertEquals("example.org", Destination.of(URI.create("http://example.org/")).uriHost());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://example.org/            | not an http or https address",
        "http:///path                  | names no host",
        "http://me:secret@example.org/ | leave them out",
        "http://0177.0.0.1/            | write it as four decimal numbers",
        "http://127.1/                 | write it as four decimal numbers",
        "http://a!b/                   | which no host can have",
        "http://example.org:70000/     | the port 70000"
      })
  void aRefusalSaysWhatIsWrong(String address, String complaint) {
    EgressRefused refused =
        assertThrows(EgressRefused.class, () -> Destination.of(URI.create(address)));

    assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
  }

  @Test
  void aRefusalDoesNotRepeatCredentials() {
    EgressRefused refused =
        assertThrows(
            EgressRefused.class, () -> Destination.of(URI.create("http://me:secret@example.org/")));

    assertTrue(!refused.getMessage().contains("secret"), refused.getMessage());
  }
}
