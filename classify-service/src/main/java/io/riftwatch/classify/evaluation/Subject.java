package io.riftwatch.classify.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * What was evaluated.
 *
 * @param set the labelled reports
 * @param language ISO 639-1, where only those of one language were asked for
 * @param rulepacks version of the rule pack by language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subject(ReportSet set, String language, Map<String, String> rulepacks) {}
