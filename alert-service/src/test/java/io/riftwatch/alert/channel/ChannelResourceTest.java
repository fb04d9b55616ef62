package io.riftwatch.alert.channel;

import static io.restassured.RestAssured.given;
import static io.riftwatch.alert.Rig.get;
import static io.riftwatch.alert.Rig.operator;
import static io.riftwatch.alert.Rig.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.riftwatch.alert.Receiver;
import io.riftwatch.alert.Receiver.Answer;
import io.riftwatch.embedded.Backends;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ChannelResourceTest {

  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void aSlackAddressIsASecretAndNeverShownAgain() {
    JsonPath channel = post("/api/v1/channels", slack("/services/T0/B0/secret-part"));

    String path = "/api/v1/channels/" + channel.getString("id");
    assertEquals("SLACK", get(path).getString("kind"));
    assertTrue(get(path).getString("url").endsWith("/***"));
    assertFalse(operator().get(path).asString().contains("secret-part"));
    assertFalse(operator().get("/api/v1/channels").asString().contains("secret-part"));
    assertFalse(channel.prettify().contains("secret-part"));
  }

  @Test
  void aWebhooksSecretIsMadeAndShownOnce() {
    JsonPath channel =
        post("/api/v1/channels", draft("WEBHOOK", "url", receiver.at("/hook").toString()));

    assertTrue(SigningSecret.isValid(channel.getString("secret")));
    assertEquals("***", get("/api/v1/channels/" + channel.getString("id")).getString("secret"));
  }

  @Test
  void aTestTellsWhatTheOtherSideAnswered() {
    receiver.answerWith(new Answer(403, Map.of(), "invalid_token"));
    String path = "/api/v1/channels/" + post("/api/v1/channels", slack("/s")).getString("id");

    operator()
        .post(path + "/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("REFUSED"))
        .body("status", equalTo(403))
        .body("answer", equalTo("invalid_token"));
    operator().post(path + "/test").then().statusCode(200).body("outcome", equalTo("ACCEPTED"));
    assertTrue(receiver.calls().get(1).body().contains("Riftwatch test"));
  }

  @Test
  void aTestOfAnAddressThatNobodyListensOnSaysSo() {
    JsonPath channel = post("/api/v1/channels", slack("/s"));
    receiver.close();

    operator()
        .post("/api/v1/channels/" + channel.getString("id") + "/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("RETRY"))
        .body("answer", containsString("127.0.0.1"));
  }

  @Test
  void aTopicIsAChannelTooAndByDefaultItIsThatOfAlerts() {
    JsonPath channel =
        post("/api/v1/channels", draft("KAFKA", "name", "topic-" + UUID.randomUUID()));

    operator()
        .post("/api/v1/channels/" + channel.getString("id") + "/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("ACCEPTED"));
    assertEquals("riftwatch.alerts", channel.getString("topic"));
  }

  @Test
  void aTopicThatIsNotThereIsNamed() {
    JsonPath channel = post("/api/v1/channels", draft("KAFKA", "topic", "nowhere"));

    operator()
        .post("/api/v1/channels/" + channel.getString("id") + "/test")
        .then()
        .statusCode(200)
        .body("outcome", equalTo("RETRY"))
        .body("answer", containsString("nowhere"));
  }

  @Test
  void aChannelIsRenamedAndMovedButKeepsItsKindAndSecret() {
    JsonPath made = post("/api/v1/channels", draft("WEBHOOK", "url", receiver.at("/a").toString()));
    String path = "/api/v1/channels/" + made.getString("id");

    operator()
        .body(draft("WEBHOOK", "url", receiver.at("/b").toString()))
        .put(path)
        .then()
        .statusCode(200)
        .body("url", containsString("/b"));
    refused(operator().body(slack("/s")).put(path).then(), "kind", "WEBHOOK for good");
  }

  @Test
  void aChannelInUseIsNotDeleted() {
    String id = post("/api/v1/channels", slack("/s")).getString("id");
    String route =
        post("/api/v1/routes", Map.of("name", "r-" + UUID.randomUUID(), "channels", List.of(id)))
            .getString("id");

    operator()
        .delete("/api/v1/channels/" + id)
        .then()
        .statusCode(409)
        .body("detail", containsString(route));
    operator().delete("/api/v1/routes/" + route).then().statusCode(204);
    operator().delete("/api/v1/channels/" + id).then().statusCode(204);
    operator().get("/api/v1/channels/" + id).then().statusCode(404);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SLACK | url | http://10.1.2.3/hook | url | RIFTWATCH_EGRESS_ALLOW",
        "SLACK | url | http://[::1]/hook | url | RIFTWATCH_EGRESS_ALLOW",
        "SLACK | url | ftp://example.org/x | url | not an http or https address",
        "SLACK | url | not an address | url | does not fit",
        "SLACK | topic | t | url | is missing",
        "WEBHOOK | topic | t | url | is missing",
        "KAFKA | topic | a b | topic | no name of a topic",
        "KAFKA | topic | riftwatch.signals | topic | take another",
        "PIGEON | url | http://127.0.0.1/ | kind | does not fit",
        "SLACK | nmae | x | nmae | is not known here",
      })
  void aDraftThatMakesNoSenseIsRefusedByField(
      String kind, String field, String value, String wrong, String why) {
    refused(operator().body(draft(kind, field, value)).post("/api/v1/channels").then(), wrong, why);
  }

  @Test
  void aSecretThatIsNoneIsRefused() {
    Map<String, Object> draft = draft("WEBHOOK", "url", receiver.at("/a").toString());
    draft.put("secret", "hunter2");

    refused(operator().body(draft).post("/api/v1/channels").then(), "secret", "whsec_");
  }

  @Test
  void aNameIsGivenOnceAndNotBlank() {
    Map<String, Object> draft = slack("/s");
    post("/api/v1/channels", draft);

    refused(operator().body(draft).post("/api/v1/channels").then(), "name", "is the name of");
    draft.put("name", " ");
    operator().body(draft).post("/api/v1/channels").then().statusCode(400);
  }

  @Test
  void theTopicOfAlertsIsThereFromTheStart() {
    operator()
        .get("/api/v1/channels?limit=500")
        .then()
        .body("items.name", hasItem("bootstrap-kafka"));
    operator().get("/api/v1/routes").then().body("items.name", hasItem("bootstrap-kafka"));
  }

  @Test
  void withoutTheTokenNothingIsShown() {
    given().get("/api/v1/channels").then().statusCode(401);
  }

  private Map<String, Object> slack(String path) {
    return draft("SLACK", "url", receiver.at(path).toString());
  }

  private static Map<String, Object> draft(String kind, String field, String value) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("name", "channel-" + UUID.randomUUID());
    draft.put("kind", kind);
    draft.put(field, value);
    return draft;
  }

  private static void refused(ValidatableResponse response, String field, String why) {
    response
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field))
        .body("violations[0].message", containsString(why));
  }
}
