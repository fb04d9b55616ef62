package io.riftwatch.ingest.extract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the charset that the web means by a name, which is often a wider one than the name says
 * (WHATWG Encoding, section 4.2): what calls itself ISO 8859-1 is windows-1252.
 */
final class CharsetLabel {

  /** What names say, and what is meant. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("gb-2312-80", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks-c-5601-1987", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("macroman", "x-MacRoman"),
          Map.entry("mac-cyrillic", "x-MacCyrillic"),
          Map.entry("maccyrillic", "x-MacCyrillic"),
          Map.entry("macgreek", "x-MacGreek"),
          Map.entry("maciceland", "x-MacIceland"),
          Map.entry("macturkish", "x-MacTurkish"),
          Map.entry("maclatin2", "x-MacCentralEurope"),
          Map.entry("maccentraleurope", "x-MacCentralEurope"));

  /** How Java writes what others write otherwise. */
  private static final List<String> PREFIXES = List.of("", "x-", "IBM", "x-IBM");

  private CharsetLabel() {}

  /** The charset meant, or empty where nobody knows the name. */
  static Optional<Charset> charset(String name) {
    String label = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    String meant = MEANT.getOrDefault(label, label);
    return PREFIXES.stream()
        .map(prefix -> prefix + meant)
        .flatMap(spelling -> known(spelling).stream())
        .findFirst();
  }

  private static Optional<Charset> known(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
