package io.riftwatch.classify.evaluate;

import java.util.List;

/**
 * A report in which not all was read as labelled.
 *
 * @param missed labels for which nothing was found
 * @param extra what was found without a label
 */
public record WrongReport(LabelledReport report, List<Label> missed, List<Found> extra) {}
