package io.riftwatch.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Tag;

/**
 * Guesses whether a text of which the feed does not say it is HTML. A wrong yes loses words, so all
 * tags and references must be HTML's, and one of them must be more than a lone opening tag.
 */
final class LikelyHtml {

  private static final Pattern SIGN = Pattern.compile("</\\w+>|<br\\b|&#?\\w+;");
  private static final Pattern TAG = Pattern.compile("</?(\\w+)");
  private static final Pattern NAME = Pattern.compile("&([A-Za-z]\\w*);");

  private LikelyHtml() {}

  static boolean test(String text) {
    return (text.indexOf('<') >= 0 || text.indexOf('&') >= 0)
        && SIGN.matcher(text).find()
        && TAG.matcher(text).results().allMatch(tag -> Tag.isKnownTag(tag.group(1)))
        && references(NAME.matcher(text));
  }

  private static boolean references(Matcher names) {
    return names.results().allMatch(name -> Entities.isNamedEntity(name.group(1)));
  }
}
