package io.riftwatch.classify.evaluation;

import java.time.Instant;

/** An evaluation in a list. */
public record EvaluationSummary(
    String id,
    Instant createdAt,
    Subject subject,
    int reports,
    TallyView alert,
    TallyView full,
    double calibrationError) {}
