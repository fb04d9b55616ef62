package io.riftwatch.alert.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.riftwatch.alert.contract.Alert;
import io.riftwatch.alert.contract.Alert.Kind;
import io.riftwatch.alert.contract.Alert.Measure;
import io.riftwatch.alert.contract.Alert.Report;
import io.riftwatch.alert.wording.Wording;
import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackMessageTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final SlackMessage message = new SlackMessage(Wording.english());

  @Test
  void theModelCaseReadsAsADutyOfficerWouldWantIt() throws IOException {
    JsonNode golden;
    try (InputStream file = SlackMessageTest.class.getResourceAsStream("slack-model-case.json")) {
      golden = JSON.readTree(file);
    }

    JsonNode actual = JSON.valueToTree(message.of(modelCase()));

    assertEquals(golden.toPrettyString(), actual.toPrettyString());
  }

  @Test
  void whatOutletsWriteCannotForgeMarkup() {
    Report forged =
        report(
            "<!channel>.example",
            "https://a.example/?a=1&b=<x>|y".replace("<x>|", "%3Cx%3E"),
            "<@U1> & <http://evil|click>",
            false);

    String text = text(alert("A & B <script>", List.of(expulsion(5, List.of(forged)))));

    assertTrue(text.contains("&lt;@U1&gt; &amp; &lt;http://evil|click&gt;"), text);
    assertTrue(text.contains("&lt;!channel&gt;.example"), text);
    assertTrue(text.contains("A &amp; B &lt;script&gt;"), text);
    assertTrue(!text.contains("<!channel>") && !text.contains("<@U1>"), text);
  }

  @Test
  void theLimitsOfSlackAreKeptHoweverMuchThereIsToSay() {
    List<Report> reports =
        IntStream.range(0, 400)
            .mapToObj(
                n ->
                    report(
                        "outlet" + n + ".example",
                        "https://o.example/" + n,
                        "q ".repeat(2000),
                        n % 2 == 1))
            .toList();
    List<Measure> measures = new ArrayList<>();
    IntStream.range(0, 300).forEach(n -> measures.add(expulsion(n + 1, reports)));
    JsonNode json = JSON.valueToTree(message.of(alert("long ".repeat(100), measures)));

    assertTrue(json.get("blocks").size() <= 50);
    List<String> texts = texts(json);
    assertTrue(texts.size() > 5);
    texts.forEach(text -> assertTrue(text.length() <= 3000, text));
    assertTrue(json.at("/blocks/0/text/text").asText().length() <= 150);
    assertTrue(json.toString().contains(" more"), "what is left out is counted");
  }

  private String text(Alert alert) {
    return String.join("\n", texts(JSON.valueToTree(message.of(alert))));
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.path("text").isTextual()) {
      texts.add(node.get("text").asText());
    }
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }

  private static Alert modelCase() {
    Measure expelled =
        measure(
            "mea-1", SignalType.EXPULSION, "MLI", "FRA", 5, null, "2025-09-18", true, 3, List.of());
    Measure suspended =
        measure(
            "mea-2",
            SignalType.COOPERATION_SUSPENSION,
            "FRA",
            "MLI",
            null,
            Domain.COUNTER_TERRORISM,
            "2025-09-19",
            false,
            1,
            List.of());
    Measure answer =
        measure(
            "mea-3",
            SignalType.EXPULSION,
            "FRA",
            "MLI",
            2,
            null,
            "2025-09-20",
            true,
            2,
            List.of(
                report(
                    "lemonde.fr",
                    "https://lemonde.fr/1",
                    "Paris expulse deux diplomates maliens",
                    false),
                report(
                    "bbc.co.uk",
                    "https://bbc.co.uk/1",
                    "France expelled two Malian diplomats",
                    false),
                report(
                    "yahoo.com",
                    "https://yahoo.com/1",
                    "France expelled two Malian diplomats",
                    true)));
    Measure arrest =
        measure(
            "mea-0",
            SignalType.DETENTION,
            "MLI",
            "FRA",
            null,
            null,
            "2025-08-14",
            false,
            2,
            List.of());
    return new Alert(
        "alr-3",
        Kind.MEASURE,
        "inc-1",
        "FRA-MLI",
        4,
        "France expels 2 Malian diplomats in return",
        "Diplomats expelled (rung 4 of 6); answered in kind",
        List.of(answer),
        List.of(expelled, suspended, answer),
        List.of(arrest),
        URI.create("http://localhost:8080/api/v1/incidents/inc-1"),
        Instant.parse("2025-09-20T09:00:00Z"));
  }

  private static Alert alert(String headline, List<Measure> measures) {
    return new Alert(
        "alr-1",
        Kind.OPENED,
        "inc-1",
        "FRA-MLI",
        4,
        headline,
        "reason",
        measures.subList(0, 1),
        measures,
        measures,
        URI.create("http://localhost:8080/api/v1/incidents/inc-1"),
        Instant.parse("2025-09-20T09:00:00Z"));
  }

  private static Measure expulsion(int count, List<Report> reports) {
    return measure(
        "mea-" + count,
        SignalType.EXPULSION,
        "MLI",
        "FRA",
        count,
        null,
        "2025-09-18",
        false,
        1,
        reports);
  }

  private static Measure measure(
      String id,
      SignalType type,
      String actor,
      String target,
      Integer count,
      Domain domain,
      String on,
      boolean reciprocal,
      int sources,
      List<Report> reports) {
    return new Measure(
        id,
        type,
        actor,
        target,
        Status.ACTUAL,
        count,
        domain,
        LocalDate.parse(on),
        null,
        reciprocal,
        sources,
        reports);
  }

  private static Report report(String outlet, String url, String quote, boolean copy) {
    return new Report(
        outlet, "Title", URI.create(url), "fr", Instant.parse("2025-09-20T08:00:00Z"), quote, copy);
  }
}
