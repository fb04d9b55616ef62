package io.riftwatch.ingest;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.riftwatch.embedded.Backends;
import java.util.Map;

/** Calls the REST API as the operator. */
public final class Operator {

  private Operator() {}

  public static RequestSpecification operator() {
    return given().auth().preemptive().oauth2(Backends.TOKEN).contentType("application/json");
  }

  /** Follows a feed and gives its id. */
  public static String follows(Map<String, Object> settings) {
    return operator()
        .body(settings)
        .post("/api/v1/feeds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public static String follows(String url) {
    return follows(Map.of("url", url));
  }

  /** Polls a feed and gives the report. */
  public static Map<String, Object> polls(String feed) {
    return operator()
        .post("/api/v1/feeds/" + feed + "/poll")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("");
  }
}
