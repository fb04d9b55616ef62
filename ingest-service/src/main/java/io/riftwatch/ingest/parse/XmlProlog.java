package io.riftwatch.ingest.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start of an XML document, read without a parser: it says whether the rest may be given to
 * one.
 *
 * @param root the name of the root element, empty where none follows
 * @param language the root's {@code xml:lang}
 * @param declaresEntities whether the DOCTYPE has declarations of its own, the door of XXE and of
 *     entity bombs
 * @param document the document without its DOCTYPE, which feeds do not need (RSS 0.91 alone has
 *     one), and without characters that XML forbids
 */
record XmlProlog(
    String root, Optional<String> language, boolean declaresEntities, String document) {

  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}]");
  private static final Pattern MISC =
      Pattern.compile("\\G(?:\\s+|<\\?.*?\\?>|<!--.*?-->)", Pattern.DOTALL);
  private static final Pattern DOCTYPE =
      Pattern.compile("<!DOCTYPE[^>\\[]*(\\[)?[^>]*>?", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROOT = Pattern.compile("<([\\w.:-]+)([^>]*)>?");
  private static final Pattern LANGUAGE =
      Pattern.compile("\\bxml:lang\\s*=\\s*[\"']([^\"']+)[\"']");

  static XmlProlog of(String text) {
    String xml = FORBIDDEN.matcher(text).replaceAll("").strip();
    int at = skipMisc(xml, 0);
    Matcher doctype = DOCTYPE.matcher(xml).region(at, xml.length());
    boolean declares = false;
    if (doctype.lookingAt()) {
      declares = doctype.group(1) != null;
      xml = xml.substring(0, at) + xml.substring(doctype.end());
      at = skipMisc(xml, at);
    }
    Matcher root = ROOT.matcher(xml).region(at, xml.length());
    if (!root.lookingAt()) {
      return new XmlProlog("", Optional.empty(), declares, xml);
    }
    return new XmlProlog(root.group(1), language(root.group(2)), declares, xml);
  }

  boolean isWebPage() {
    return root.toLowerCase(Locale.ROOT).equals("html");
  }

  private static int skipMisc(String xml, int from) {
    Matcher misc = MISC.matcher(xml).region(from, xml.length());
    int at = from;
    while (misc.find()) {
      at = misc.end();
    }
    return at;
  }

  private static Optional<String> language(String attributes) {
    Matcher language = LANGUAGE.matcher(attributes);
    return language.find() ? Optional.of(language.group(1)) : Optional.empty();
  }
}
