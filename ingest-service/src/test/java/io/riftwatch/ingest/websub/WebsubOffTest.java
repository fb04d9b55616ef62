package io.riftwatch.ingest.websub;

import static io.riftwatch.ingest.websub.WebsubDesk.subscription;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.riftwatch.embedded.Backends;
import io.riftwatch.embedded.EmbeddedDatabase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that no hub can call, as it is by default. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(WebsubOffTest.NoCallback.class)
class WebsubOffTest {

  public static final class NoCallback implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("riftwatch.ingest.websub.callback", "");
    }
  }

  EmbeddedDatabase database;
  @Inject Subscriber subscriber;

  @Test
  void withoutAPublicAddressNoHubIsAsked() throws SQLException {
    try (WebsubDesk desk = new WebsubDesk(database, subscriber)) {
      String feed = desk.namesHub(desk.hub.url());

      desk.asks();

      assertEquals(List.of(), desk.hub.asked());
      subscription(feed).statusCode(404);
    }
  }
}
