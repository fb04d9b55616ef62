package io.riftwatch.ingest.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What the names that an outlet gives an element (class, id and the like) say of it. The lists hold
 * the words of names in the web's languages: {@code read-also} is in {@code box_readAlso-2}, {@code
 * recommend*} in {@code recommendations}.
 */
final class ElementNames {

  /** What an element may be by its names. */
  enum Kind {
    BODY("names-body.txt"),
    LEAD("names-lead.txt"),
    EMBED("names-embed.txt"),
    CLUTTER("names-clutter.txt"),
    COMMENTS("names-comments.txt"),
    CAPTION("names-caption.txt"),
    BYLINE("names-byline.txt");

    private final Set<String> names = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();

    Kind(String list) {
      for (String name : WordList.read(list)) {
        if (name.endsWith("*")) {
          beginnings.add(name.substring(0, name.length() - 1));
        } else {
          names.add(name);
        }
      }
    }

    private boolean isNamed(String words) {
      return names.contains(words) || beginsAsNamed(words);
    }

    private boolean beginsAsNamed(String words) {
      for (int end = 1; end <= words.length(); end++) {
        if (beginnings.contains(words.substring(0, end))) {
          return true;
        }
      }
      return false;
    }
  }

  private static final List<String> ATTRIBUTES =
      List.of("class", "id", "itemprop", "data-component", "data-testid", "data-module", "role");
  private static final Pattern NAME_ENDS = Pattern.compile("\\s+");
  private static final Pattern WORD_ENDS =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final int LONGEST_NAME = 80;
  private static final int MOST_WORDS = 4;

  private final Map<String, Set<Kind>> known = new HashMap<>();

  /** The kinds that any of the element's names tells. */
  Set<Kind> of(Element element) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String attribute : ATTRIBUTES) {
      String names = element.attr(attribute);
      if (!names.isEmpty()) {
        for (String name : NAME_ENDS.split(names)) {
          kinds.addAll(known.computeIfAbsent(name, ElementNames::kinds));
        }
      }
    }
    return kinds;
  }

  /** Whether the page itself says, by schema.org's vocabulary, that this is the article's text. */
  static boolean isMarkedBody(Element element) {
    return element.attr("itemprop").contains("articleBody");
  }

  private static Set<Kind> kinds(String name) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (name.length() > LONGEST_NAME) {
      return kinds;
    }
    List<String> words = words(name);
    for (int from = 0; from < words.size(); from++) {
      StringBuilder sequence = new StringBuilder();
      for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
        sequence.append(sequence.isEmpty() ? "" : "-").append(words.get(to));
        for (Kind kind : Kind.values()) {
          if (kind.isNamed(sequence.toString())) {
            kinds.add(kind);
          }
        }
      }
    }
    return kinds;
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : WORD_ENDS.split(name)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
