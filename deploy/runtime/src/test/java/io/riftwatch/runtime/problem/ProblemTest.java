package io.riftwatch.runtime.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.riftwatch.embedded.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ProblemTest {

  private static RequestSpecification operator() {
    return given().auth().preemptive().oauth2(Backends.TOKEN).contentType("application/json");
  }

  @Test
  void aMissingThingIsAProblemThatNamesIt() {
    operator()
        .get("/api/v1/things/7")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("no thing has the id 7"));
  }

  @Test
  void anInvalidFieldIsAProblemThatNamesTheField() {
    operator()
        .body("{\"name\":\" \"}")
        .post("/api/v1/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("name"));
  }

  @Test
  void anUnknownFieldIsAProblemThatNamesTheField() {
    operator()
        .body("{\"name\":\"a\", \"nmae\":\"b\"}")
        .post("/api/v1/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body(containsString("nmae"));
  }

  @ParameterizedTest
  @CsvSource({
    "/7%00, id",
    "?q=%00, q",
    "?limit=abc, limit",
    "?limit=1.5, limit",
    "?limit=99999999999999, limit"
  })
  void aParameterThatCannotBeTakenIsAProblemThatNamesIt(String asked, String field) {
    operator()
        .urlEncodingEnabled(false)
        .get("/api/v1/things" + asked)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo(field));
  }

  @Test
  void aParameterThatIsLeftOutTakesItsDefault() {
    operator().get("/api/v1/things?q=a").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\ud800"})
  void textThatCannotBeStoredIsAProblemThatNamesTheField(String name) {
    operator()
        .body("{\"name\":\"" + name + "\"}")
        .post("/api/v1/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", equalTo("name"));
  }

  @Test
  void aBodyThatIsNotJsonIsAProblem() {
    operator()
        .body("{\"name\":")
        .post("/api/v1/things")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void aBugIsAProblemThatKeepsItsSecrets() {
    operator()
        .get("/api/v1/things/bug")
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body(not(containsString("secret")));
  }

  @Test
  void aCallWithoutTheTokenIsRefusedAndTold() {
    given()
        .get("/api/v1/things/7")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .contentType("application/problem+json")
        .body("detail", containsString("token"));
    given()
        .auth()
        .preemptive()
        .oauth2("other")
        .get("/api/v1/things/7")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .contentType("application/problem+json");
  }

  @Test
  void healthAndMetricsNeedNoToken() {
    given().get("/q/health").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
  }
}
