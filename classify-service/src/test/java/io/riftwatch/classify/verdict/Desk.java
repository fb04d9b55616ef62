package io.riftwatch.classify.verdict;

import static io.riftwatch.classify.Rest.get;
import static io.riftwatch.classify.Rest.post;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.riftwatch.classify.Wire;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.ingest.contract.Article;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the people on watch see and do: an article comes in, they judge its signals. */
final class Desk {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String TITLE = "Mali expels two French diplomats";
  private static final String TEXT =
      "BAMAKO - Mali on Thursday expelled two French diplomats and suspended its military"
          + " cooperation with France, the foreign ministry said.";

  private Desk() {}

  /** An article that states an expulsion and a suspended cooperation. */
  static Article article() {
    return article("2025-09-18T10:00:00Z");
  }

  static Article article(String publishedAt) {
    return Wire.article(UUID.randomUUID().toString(), publishedAt, TITLE, TEXT);
  }

  /** A later revision of an article that states the same. */
  static Article revised(Article article) {
    return new Article(
        article.id(),
        article.revision() + 1,
        article.feedId(),
        article.outlet(),
        article.url(),
        article.title(),
        article.text() + " More follows.",
        article.language(),
        article.publishedAt(),
        article.seenAt(),
        article.fingerprint(),
        article.wireGroup(),
        article.agency());
  }

  /** Sends an article and waits until both its signals are seen. */
  static List<Signal> signals(Wire wire, Article article) {
    wire.send(article);
    return seen(wire, article, 2);
  }

  /** So many signals of an article, as they come out of the topic. */
  static List<Signal> seen(Wire wire, Article article, int count) {
    await().atMost(PATIENCE).until(() -> wire.signalsOf(article.id()).size() >= count);
    return wire.signalsOf(article.id());
  }

  static String id(List<Signal> signals, SignalType type) {
    return signals.stream().filter(s -> s.type() == type).findFirst().orElseThrow().id();
  }

  static JsonPath stored(String id) {
    await().atMost(PATIENCE).until(() -> get("signals/" + id).statusCode() == 200);
    return get("signals/" + id).jsonPath();
  }

  static void awaitState(String id, String state, boolean withdrawn) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                stored(id).getString("state").equals(state)
                    && stored(id).getBoolean("withdrawn") == withdrawn);
  }

  static JsonPath judge(String id, Map<String, ?> verdict) {
    stored(id);
    return post("signals/" + id + "/verdict", verdict).then().statusCode(200).extract().jsonPath();
  }

  static JsonPath confirm(String id) {
    return judge(id, Map.of("verdict", "CONFIRMED"));
  }

  static JsonPath reject(String id) {
    return judge(id, Map.of("verdict", "REJECTED"));
  }
}
