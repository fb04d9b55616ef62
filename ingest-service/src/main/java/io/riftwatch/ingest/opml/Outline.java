package io.riftwatch.ingest.opml;

import java.util.Map;

/**
 * A feed in an OPML document, its attributes as written.
 *
 * @param line where it stands in the document, from 1
 * @param attributes by name; those of Riftwatch's own namespace under {@code riftwatch:} and their
 *     name
 */
record Outline(int line, Map<String, String> attributes) {

  /** An attribute, empty where it is not there. */
  String get(String name) {
    return attributes.getOrDefault(name, "").strip();
  }

  /** What the feed is called: OPML has {@code title} beside the obligatory {@code text}. */
  String title() {
    return get("title").isEmpty() ? get("text") : get("title");
  }
}
