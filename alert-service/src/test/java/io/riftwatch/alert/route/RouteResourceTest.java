package io.riftwatch.alert.route;

import static io.riftwatch.alert.Rig.get;
import static io.riftwatch.alert.Rig.operator;
import static io.riftwatch.alert.Rig.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.riftwatch.embedded.Backends;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RouteResourceTest {

  private static final String BOOTSTRAP = "chn-bootstrap-kafka";

  @Test
  void aRouteIsMadeReadChangedAndDeleted() {
    JsonPath made = post("/api/v1/routes", draft(Map.of("states", List.of("MLI"), "minRung", 3)));
    String path = "/api/v1/routes/" + made.getString("id");
    assertEquals(List.of("MLI"), get(path).getList("match.states"));
    assertEquals(3, get(path).getInt("match.minRung"));
    assertTrue(get(path).getBoolean("enabled"));

    Map<String, Object> change = draft(Map.of());
    change.put("enabled", false);
    change.put("position", 7);
    operator().body(change).put(path).then().statusCode(200).body("position", equalTo(7));

    assertEquals(false, get(path).getBoolean("enabled"));
    operator().delete(path).then().statusCode(204);
    operator().get(path).then().statusCode(404);
  }

  @Test
  void routesAreListedInTheirOrderAndANewOneComesLast() {
    Map<String, Object> late = draft(Map.of());
    late.put("position", 1000);
    String second = post("/api/v1/routes", late).getString("id");
    String last = post("/api/v1/routes", draft(Map.of())).getString("id");

    List<String> ids = get("/api/v1/routes").getList("items.id");

    assertEquals(List.of(second, last), ids.subList(ids.size() - 2, ids.size()));
    operator().delete("/api/v1/routes/" + second);
    operator().delete("/api/v1/routes/" + last);
  }

  @ParameterizedTest(name = "match.{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "types | [\"COFFEE\"] | does not fit",
        "kinds | [\"MAYBE\"] | does not fit",
        "states | [\"France\"] | is a code such as FRA",
        "pairs | [\"MLI\"] | two codes",
        "minRung | 7 | less than or equal to 6",
        "mood | \"icy\" | is not known here"
      })
  void aMatchThatMakesNoSenseIsRefused(String field, String json, String why) {
    String body =
        "{\"name\": \"%s\", \"channels\": [\"%s\"], \"match\": {\"%s\": %s}}"
            .formatted(UUID.randomUUID(), BOOTSTRAP, field, json);

    operator()
        .body(body)
        .post("/api/v1/routes")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].field", containsString(field))
        .body("violations[0].message", containsString(why));
  }

  @Test
  void anUnknownChannelIsRefusedByName() {
    Map<String, Object> draft = draft(Map.of());
    draft.put("channels", List.of("chn-0"));

    operator()
        .body(draft)
        .post("/api/v1/routes")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("channels"))
        .body("violations[0].message", containsString("chn-0"));
  }

  @Test
  void aRouteLeadsSomewhere() {
    Map<String, Object> draft = draft(Map.of());
    draft.remove("channels");

    operator()
        .body(draft)
        .post("/api/v1/routes")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("channels"));
  }

  private static Map<String, Object> draft(Map<String, Object> match) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("name", "route-" + UUID.randomUUID());
    draft.put("channels", List.of(BOOTSTRAP));
    draft.put("match", match);
    return draft;
  }
}
