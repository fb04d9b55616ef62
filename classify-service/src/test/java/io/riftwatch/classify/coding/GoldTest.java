package io.riftwatch.classify.coding;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePacks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labelled reports on real events: precision and recall may not fall below these floors. */
class GoldTest {

  private static final double ALERT_PRECISION = 0.90;
  private static final double ALERT_RECALL = 0.90;
  private static final double FULL_FRAME_F1 = 0.80;

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Frame(SignalType type, String actor, String target, Status status) {

    boolean matches(Frame found) {
      return type == found.type
          && status == found.status
          && (actor == null || actor.equals(found.actor))
          && (target == null || target.equals(found.target));
    }
  }

  private static final class Tally {
    private int right;
    private int extra;
    private int missed;

    double precision() {
      return right + extra == 0 ? 1 : right / (double) (right + extra);
    }

    double recall() {
      return right + missed == 0 ? 1 : right / (double) (right + missed);
    }

    double f1() {
      return 2.0 * right / (2.0 * right + extra + missed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void theReportsOfALanguageAreCodedAsLabelled(String language) throws IOException {
    Optional<RulePack> pack = RulePacks.load(Optional.empty()).of(language);
    InputStream gold = GoldTest.class.getResourceAsStream("/gold/" + language + ".jsonl");
    assumeTrue(gold != null && pack.isPresent(), "no labelled reports or no pack yet");
    Coder coder = new Coder(pack.orElseThrow());
    Tally alerts = new Tally();
    Tally frames = new Tally();
    List<String> wrong = new ArrayList<>();

    try (Stream<String> lines =
        new BufferedReader(new InputStreamReader(gold, StandardCharsets.UTF_8)).lines()) {
      for (String line : lines.filter(l -> !l.isBlank()).toList()) {
        JsonNode report = JSON.readTree(line);
        List<Frame> labelled = labelled(report);
        List<Frame> found = found(coder, report);
        count(alerts, labelled, found);
        int before = frames.extra + frames.missed;
        match(frames, labelled, found);
        if (frames.extra + frames.missed > before) {
          wrong.add(report.get("id").asText() + " found " + found);
        }
      }
    }

    String errors = String.join("\n", wrong);
    assertTrue(alerts.precision() >= ALERT_PRECISION, () -> alerts.precision() + "\n" + errors);
    assertTrue(alerts.recall() >= ALERT_RECALL, () -> alerts.recall() + "\n" + errors);
    assertTrue(frames.f1() >= FULL_FRAME_F1, () -> frames.f1() + "\n" + errors);
  }

  private static List<Frame> labelled(JsonNode report) {
    List<Frame> frames = new ArrayList<>();
    for (JsonNode s : report.get("signals")) {
      frames.add(
          new Frame(
              SignalType.valueOf(s.get("type").asText()),
              s.get("actor").isNull() ? null : s.get("actor").asText(),
              s.get("target").isNull() ? null : s.get("target").asText(),
              Status.valueOf(s.get("status").asText())));
    }
    return frames;
  }

  private static List<Frame> found(Coder coder, JsonNode report) {
    Instant published =
        Instant.parse(
            report.get("date").isNull()
                ? "2025-09-30T12:00:00Z"
                : report.get("date").asText() + "T12:00:00Z");
    return coder
        .code(new Report(report.get("title").asText(), report.get("text").asText(), published))
        .stream()
        .map(c -> new Frame(c.type(), c.actor().orElse(null), c.target().orElse(null), c.status()))
        .distinct()
        .toList();
  }

  private static void count(Tally alerts, List<Frame> labelled, List<Frame> found) {
    boolean wanted = labelled.stream().anyMatch(GoldTest::alerting);
    boolean got = found.stream().anyMatch(GoldTest::alerting);
    alerts.right += wanted && got ? 1 : 0;
    alerts.extra += got && !wanted ? 1 : 0;
    alerts.missed += wanted && !got ? 1 : 0;
  }

  private static boolean alerting(Frame frame) {
    return frame.status() == Status.ACTUAL && frame.type() != SignalType.NORMALISATION;
  }

  private static void match(Tally tally, List<Frame> labelled, List<Frame> found) {
    List<Frame> left = new ArrayList<>(found);
    List<Frame> strictFirst = new ArrayList<>(labelled);
    strictFirst.sort(
        Comparator.comparingInt(f -> (f.actor() == null ? 1 : 0) + (f.target() == null ? 1 : 0)));
    for (Frame frame : strictFirst) {
      Optional<Frame> match = left.stream().filter(frame::matches).findFirst();
      match.ifPresent(left::remove);
      tally.right += match.isPresent() ? 1 : 0;
      tally.missed += match.isPresent() ? 0 : 1;
    }
    tally.extra += left.size();
  }
}
