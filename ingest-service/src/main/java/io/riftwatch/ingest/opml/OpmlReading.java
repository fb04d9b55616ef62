package io.riftwatch.ingest.opml;

import java.util.List;

/** What came of reading a body as OPML. */
sealed interface OpmlReading {

  /** The outlines that are feeds, in their order, folders opened. */
  record Outlines(List<Outline> feeds) implements OpmlReading {}

  /** The body is no OPML, or a broken one; the reason says where and what to do. */
  record NotOpml(String reason) implements OpmlReading {}
}
