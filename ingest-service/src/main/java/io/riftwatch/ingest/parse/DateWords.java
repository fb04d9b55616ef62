package io.riftwatch.ingest.parse;

import java.text.Normalizer;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The words that stand in dates: months as the world's feeds name them, zones by their letters. */
final class DateWords {

  /** English first; a word that two languages have means what the earlier one says. */
  private static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "es", "de", "pt", "it", "nl", "ru", "el", "hu", "tr", "pl", "cs", "ro", "sv",
          "da", "nb", "fi", "uk", "bg", "sr", "id", "ar", "fa", "he", "vi", "sw", "ca", "et", "lv",
          "lt", "sk", "sl", "az", "ka", "hy", "hi", "bn", "th");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

  private static final int SHORTEST_BEGINNING = 3;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, Integer> MONTHS = months();
  private static final Map<String, ZoneOffset> ZONES = zones();

  private DateWords() {}

  /** The number of a month by its name, whole or short, with or without accents and full stop. */
  static OptionalInt month(String word) {
    String name = plain(word);
    Integer number = MONTHS.get(name);
    return number == null ? beginning(name) : OptionalInt.of(number);
  }

  /** The month of which that is a shorter form than the usual ones, if all agree which. */
  private static OptionalInt beginning(String name) {
    if (name.length() < SHORTEST_BEGINNING || isAscii(name)) {
      return OptionalInt.empty();
    }
    int[] months =
        MONTHS.entrySet().stream()
            .filter(month -> month.getKey().startsWith(name))
            .mapToInt(Map.Entry::getValue)
            .distinct()
            .toArray();
    return months.length == 1 ? OptionalInt.of(months[0]) : OptionalInt.empty();
  }

  /** The offset of a zone by its letters in lower case. */
  static Optional<ZoneOffset> zone(String letters) {
    return Optional.ofNullable(ZONES.get(letters));
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (Month month : Month.values()) {
      months.put(month.name().toLowerCase(Locale.ROOT), month.getValue());
      months.put(month.name().toLowerCase(Locale.ROOT).substring(0, 3), month.getValue());
    }
    months.put("sept", Month.SEPTEMBER.getValue());
    for (String language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = plain(month.getDisplayName(style, Locale.forLanguageTag(language)));
          if (name.length() > 1 && !Character.isDigit(name.charAt(0))) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    return months;
  }

  private static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String stopped = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return isAscii(stopped)
        ? stopped
        : MARKS.matcher(Normalizer.normalize(stopped, Normalizer.Form.NFD)).replaceAll("");
  }

  private static boolean isAscii(String word) {
    return word.chars().allMatch(c -> c < 0x80);
  }

  private static Map<String, ZoneOffset> zones() {
    Map<String, ZoneOffset> zones = new HashMap<>();
    String[] table = {
      "z utc ut gmt wet 0",
      "west bst cet met mez 60",
      "cest mest mesz eet cat sast 120",
      "eest msk eat trt 180",
      "msd gst 240",
      "pkt 300",
      "ist 330",
      "npt 345",
      "ict wib 420",
      "hkt sgt myt awst wita pht 480",
      "jst kst wit 540",
      "acst 570",
      "aest 600",
      "acdt 630",
      "aedt 660",
      "nzst 720",
      "nzdt 780",
      "wat 60",
      "art brt adt -180",
      "nst -210",
      "ndt -150",
      "ast at edt clt -240",
      "est et cdt pet cot -300",
      "cst ct mdt -360",
      "mst mt pdt -420",
      "pst pt akdt -480",
      "akst -540",
      "hst -600"
    };
    for (String row : table) {
      String[] words = row.split(" ");
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * Integer.parseInt(words[words.length - 1]));
      for (int i = 0; i < words.length - 1; i++) {
        zones.put(words[i], offset);
      }
    }
    return zones;
  }
}
