package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.markup.CharacterReferences;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entities that a DOCTYPE declares. Those that stand for a short text are read; those that hold
 * other entities, the stuff of bombs, and external ones, the door to other files, never are.
 *
 * @param texts what the harmless ones stand for
 * @param refused the names of the others
 */
record DeclaredEntities(Map<String, String> texts, Set<String> refused) {

  static final DeclaredEntities NONE = new DeclaredEntities(Map.of(), Set.of());

  private static final int MOST = 256;
  private static final int LONGEST = 256;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<!ENTITY\\s+(%\\s+)?([\\w.:-]{1,64})\\s+(?:\"([^\"]*)\"|'([^']*)'|[A-Z]+\\b)");
  private static final Pattern ONE_CHARACTER = Pattern.compile("&#x?\\w{1,8};");

  static DeclaredEntities of(String doctype) {
    Map<String, String> texts = new HashMap<>();
    Set<String> refused = new HashSet<>();
    Matcher declaration = DECLARATION.matcher(doctype);
    while (declaration.find() && texts.size() + refused.size() < MOST) {
      String name = declaration.group(2);
      String value = value(declaration);
      if (declaration.group(1) == null && isHarmless(value)) {
        texts.putIfAbsent(name, CharacterReferences.inHtml(value));
      } else {
        refused.add(name);
      }
    }
    return new DeclaredEntities(texts, refused);
  }

  private static String value(Matcher declaration) {
    return declaration.group(3) == null ? declaration.group(4) : declaration.group(3);
  }

  private static boolean isHarmless(String value) {
    return value != null
        && value.length() <= LONGEST
        && (value.indexOf('&') < 0 || ONE_CHARACTER.matcher(value).matches());
  }

  /** Whether a name is declared, to be read or not. */
  boolean declares(String name) {
    return texts.containsKey(name) || refused.contains(name);
  }
}
