package io.riftwatch.classify.classification;

import io.riftwatch.classify.coding.Classifier;
import io.riftwatch.classify.coding.Coding;
import io.riftwatch.classify.coding.Report;
import io.riftwatch.classify.confidence.Confidence;
import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.contract.Polarity;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import io.riftwatch.classify.release.PacksInForce;
import io.riftwatch.runtime.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Classifies a submitted report without storing or publishing anything. */
@Path("/api/v1/classifications")
public class ClassificationResource {

  /**
   * A report to classify.
   *
   * @param title plain text
   * @param text plain text
   * @param language ISO 639-1, or null to have it found
   * @param publishedAt RFC 3339; null is now
   */
  public record Submission(String title, String text, String language, String publishedAt) {}

  /**
   * The answer.
   *
   * @param language ISO 639-1 of the language it was read in, or {@code und}
   * @param rulepack version of the rule pack, null where none knows the language
   * @param signals the measures
   */
  public record Answer(String language, String rulepack, List<Measure> signals) {}

  /** One measure; the components are those of a signal. */
  public record Measure(
      SignalType type,
      String actor,
      String target,
      Status status,
      Polarity polarity,
      Integer count,
      Domain domain,
      LocalDate announcedOn,
      LocalDate deadline,
      double confidence,
      String rule,
      List<Evidence> evidence) {

    static Measure of(Coding coding) {
      return new Measure(
          coding.type(),
          coding.actor().orElse(null),
          coding.target().orElse(null),
          coding.status(),
          coding.type().polarity(),
          coding.count().orElse(null),
          coding.domain().orElse(null),
          coding.announcedOn().orElse(null),
          coding.deadline().orElse(null),
          Confidence.of(coding),
          coding.rule(),
          coding.evidence());
    }
  }

  private final PacksInForce packs;
  private final ClassifyConfig config;
  private final InstantSource clock;

  ClassificationResource(PacksInForce packs, ClassifyConfig config, InstantSource clock) {
    this.packs = packs;
    this.config = config;
    this.clock = clock;
  }

  /** What Riftwatch reads in the report. */
  @POST
  @Blocking
  public Answer classify(Submission submission) {
    Report report = report(submission);
    Classifier.Classification classification =
        packs
            .classifier()
            .classify(report, Optional.ofNullable(submission.language()).filter(l -> !l.isBlank()));
    return new Answer(
        classification.language(),
        classification.rulepack().orElse(null),
        classification.codings().stream().map(Measure::of).toList());
  }

  private Report report(Submission submission) {
    if (submission == null) {
      throw Problem.of(400, "the body is empty: send {\"title\": ..., \"text\": ...}")
          .asException();
    }
    String title = Optional.ofNullable(submission.title()).orElse("");
    String text = Optional.ofNullable(submission.text()).orElse("");
    if (title.isBlank() && text.isBlank()) {
      throw Problem.ofField("text", "is empty and so is title: send at least one of them")
          .asException();
    }
    if ((long) title.length() + text.length() > config.maxCharacters()) {
      throw Problem.of(
              413,
              "title and text are longer than "
                  + config.maxCharacters()
                  + " characters together: send a part")
          .asException();
    }
    return new Report(title, text, publishedAt(submission.publishedAt()));
  }

  private Instant publishedAt(String written) {
    if (written == null || written.isBlank()) {
      return clock.instant();
    }
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      throw Problem.ofField(
              "publishedAt",
              "'" + written + "' is no RFC 3339 time: write it like 2025-09-19T10:00:00Z")
          .asException();
    }
  }
}
