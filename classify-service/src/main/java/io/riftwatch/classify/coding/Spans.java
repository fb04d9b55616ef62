package io.riftwatch.classify.coding;

import io.riftwatch.classify.contract.Evidence;

/**
 * Turns token indexes of a sentence into spans of the report.
 *
 * @param analysis the sentence
 * @param content the title or text it stands in
 */
record Spans(Analysis analysis, String content) {

  Evidence of(int from, int to, Evidence.Role role) {
    int start = analysis.sentence().at(from).start();
    int end = analysis.sentence().at(to - 1).end();
    return new Evidence(analysis.field(), start, end, content.substring(start, end), role);
  }
}
