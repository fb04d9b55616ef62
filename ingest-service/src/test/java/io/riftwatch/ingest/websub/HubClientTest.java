package io.riftwatch.ingest.websub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubClientTest {

  @ParameterizedTest
  @CsvSource({
    "https://hub.example/, http://hub.example/,   true",
    "HTTPS://hub.example/, http://other.example/, true",
    "https://hub.example/, https://other.example/, false",
    "http://hub.example/,  http://other.example/, false",
    "http://hub.example/,  https://hub.example/,  false"
  })
  void aSecretThatWasSentByHttpsDoesNotGoOnByHttp(URI from, URI to, boolean refused) {
    assertEquals(refused, HubClient.givesTheSecretAway(from, to));
  }
}
