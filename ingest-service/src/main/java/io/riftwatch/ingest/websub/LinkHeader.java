package io.riftwatch.ingest.websub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One link of an HTTP header Link (RFC 8288, section 3).
 *
 * @param target as written, relative to where the answer was found
 * @param relations in lower case
 */
record LinkHeader(String target, Set<String> relations) {

  private static final Pattern LINK = Pattern.compile("\\s*,*\\s*<([^>]*)>");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\s*;\\s*([^\\s=;,\"]*)(?:\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,\"]*)))?");

  LinkHeader {
    relations = Set.copyOf(relations);
  }

  /** The links of a header's value, up to where it is no longer of the form. */
  static List<LinkHeader> read(String value) {
    List<LinkHeader> links = new ArrayList<>();
    Matcher link = LINK.matcher(value);
    int at = 0;
    while (link.region(at, value.length()).lookingAt()) {
      Matcher parameter = PARAMETER.matcher(value);
      String relations = "";
      at = link.end();
      while (parameter.region(at, value.length()).lookingAt()) {
        at = parameter.end();
        relations = relations.isEmpty() ? relations(parameter) : relations; // the first counts
      }
      links.add(new LinkHeader(link.group(1), words(relations)));
    }
    return links;
  }

  boolean hasRelation(String name) {
    return relations.contains(name);
  }

  private static String relations(Matcher parameter) {
    if (!parameter.group(1).equalsIgnoreCase("rel")) {
      return "";
    }
    String quoted = parameter.group(2);
    String plain = parameter.group(3);
    return quoted != null ? quoted : plain != null ? plain : "";
  }

  private static Set<String> words(String relations) {
    return Set.copyOf(
        Arrays.asList(relations.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
            .distinct()
            .toList());
  }
}
