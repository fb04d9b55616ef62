package io.riftwatch.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The meta elements of a page by their property, name or itemprop; the first of each counts. */
final class MetaTags {

  private final Map<String, String> contents = new HashMap<>();

  private MetaTags() {}

  static MetaTags of(Document page) {
    MetaTags tags = new MetaTags();
    for (Element meta : page.getElementsByTag("meta")) {
      for (String attribute : new String[] {"property", "name", "itemprop", "http-equiv"}) {
        String content = meta.attr("content").strip();
        if (meta.hasAttr(attribute) && !content.isEmpty()) {
          tags.contents.putIfAbsent(meta.attr(attribute).strip().toLowerCase(Locale.ROOT), content);
        }
      }
    }
    return tags;
  }

  /** The content of a tag. */
  Optional<String> get(String name) {
    return Optional.ofNullable(contents.get(name));
  }

  /** The contents of those tags that the page has, in the order of the names. */
  Stream<String> all(List<String> names) {
    return names.stream().flatMap(name -> get(name).stream());
  }
}
