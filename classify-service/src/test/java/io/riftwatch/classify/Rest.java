package io.riftwatch.classify;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.riftwatch.embedded.Backends;

/** Calls the service as its operator does. */
public final class Rest {

  private static final String API = "/api/v1/";

  private Rest() {}

  public static RequestSpecification operator() {
    return RestAssured.given().auth().oauth2(Backends.TOKEN).contentType(ContentType.JSON);
  }

  public static Response get(String path) {
    return operator().get(API + path);
  }

  /** What is answered with 200. */
  public static JsonPath read(String path) {
    return get(path).then().statusCode(200).extract().jsonPath();
  }

  public static Response post(String path, Object body) {
    return operator().body(body).post(API + path);
  }

  public static Response post(String path) {
    return operator().post(API + path);
  }

  public static Response delete(String path) {
    return operator().delete(API + path);
  }
}
