package io.riftwatch.ingest.websub;

import static io.riftwatch.ingest.Operator.polls;
import static io.riftwatch.ingest.websub.WebsubDesk.subscription;
import static org.hamcrest.Matchers.equalTo;
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

/** A service as it is by default, which tells its secrets by https only. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(PlainHttpHubTest.HttpsOnly.class)
class PlainHttpHubTest {

  public static final class HttpsOnly implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("riftwatch.ingest.websub.plain-http-hubs", "false");
    }
  }

  EmbeddedDatabase database;
  @Inject Subscriber subscriber;

  @Test
  void aHubThatIsReachedByPlainHttpIsNotSubscribedTo() throws SQLException {
    try (WebsubDesk desk = new WebsubDesk(database, subscriber)) {
      String feed = desk.namesHub(desk.hub.url());

      desk.asks();

      assertEquals(List.of(), desk.hub.asked());
      subscription(feed).statusCode(404);
      desk.publishes("Link", "<https://hub.example/>; rel=hub");
      polls(feed);
      subscription(feed).body("state", equalTo("pending"));
    }
  }
}
