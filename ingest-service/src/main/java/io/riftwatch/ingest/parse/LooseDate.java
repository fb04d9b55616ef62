package io.riftwatch.ingest.parse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates word by word, in whatever order the words stand: RFC 822 and asctime are two of the
 * orders. Words that say nothing, such as days of the week, are passed over; of two months the last
 * counts, since the first is a day of the week (mar. is Tuesday too); numbers that make no sense
 * make no date.
 */
final class LooseDate {

  private static final int MOST_WORDS = 12;
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,()]+");
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
  private static final Pattern YEAR_OR_MONTH_UNIT = Pattern.compile("(\\d)\\s*[년월年月]\\s*");
  private static final Pattern DAY_UNIT = Pattern.compile("(\\d)\\s*[일日]");
  private static final Pattern JOINED =
      Pattern.compile("(\\d{1,4})[-./](\\p{L}[\\p{L}\\p{M}]*\\.?)[-./](\\d{1,4})t?");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})[:h](\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?(am|pm|z|[+-][\\d:]+)?");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th|er|º|\\.)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})\\.?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-./])(\\d{1,2})[-./](\\d{4}|\\d{2})");
  private static final Pattern OFFSET = Pattern.compile("(?:(?:etc/)?(?:utc|gmt|z))?[+-].*");

  private final DateFields fields = new DateFields();

  private LooseDate() {}

  /**
   * The instant a date means.
   *
   * @param date in lower case
   */
  static Optional<Instant> read(String date) {
    LooseDate loose = new LooseDate();
    String[] words = SEPARATORS.split(spelled(date));
    if (words.length > MOST_WORDS) {
      return Optional.empty();
    }
    for (String word : words) {
      if (!loose.take(word)) {
        return Optional.empty();
      }
    }
    if (!isAscii(date) && HANGUL.matcher(date).find()) {
      loose.fields.zoneOtherwise(ZoneOffset.ofHours(9));
    }
    return loose.fields.instant();
  }

  /** The date in western digits, without units, its month parted from the numbers. */
  private static String spelled(String date) {
    String western = isAscii(date) ? date : western(date);
    return JOINED.matcher(western).replaceAll("$1 $2 $3 ");
  }

  /** Korean, Chinese and Japanese name the units of a date. */
  private static String western(String date) {
    StringBuilder digits = new StringBuilder(date.length());
    date.chars().forEach(c -> digits.append(Character.isDigit(c) ? digit(c) : (char) c));
    String named = YEAR_OR_MONTH_UNIT.matcher(digits).replaceAll("$1-");
    return DAY_UNIT.matcher(named).replaceAll("$1 ");
  }

  private static char digit(int c) {
    return (char) ('0' + Character.digit(c, 10));
  }

  private static boolean isAscii(String date) {
    return date.chars().allMatch(c -> c < 0x80);
  }

  /** Takes a word; answers whether a date may have it. */
  private boolean take(String word) {
    if (word.isEmpty()) {
      return true;
    }
    char first = word.charAt(0);
    if (first >= '0' && first <= '9') {
      return number(word);
    }
    if (OFFSET.matcher(word).matches()) {
      return fields.zone(word.startsWith("etc/") ? word.substring(4) : word);
    }
    word(word);
    return true;
  }

  private void word(String word) {
    switch (word) {
      case "am", "a.m.", "오전", "上午", "πμ", "π.μ." -> fields.beforeNoon();
      case "pm", "p.m.", "오후", "下午", "μμ", "μ.μ." -> fields.afterNoon();
      default -> {
        OptionalInt month = DateWords.month(word);
        if (month.isPresent()) {
          fields.month(month.getAsInt());
        } else if (fields.hasTime()) {
          fields.zone(word.startsWith("etc/") ? word.substring(4) : word);
        }
      }
    }
  }

  private boolean number(String word) {
    Matcher clock = CLOCK.matcher(word);
    if (clock.matches()) {
      return clock(clock);
    }
    Matcher yearFirst = YEAR_FIRST.matcher(word);
    if (yearFirst.matches()) {
      fields.year(yearFirst.group(1));
      fields.month(Integer.parseInt(yearFirst.group(2)));
      fields.day(Integer.parseInt(yearFirst.group(3)));
      return true;
    }
    Matcher yearLast = YEAR_LAST.matcher(word);
    if (yearLast.matches()) {
      return yearLast(yearLast);
    }
    Matcher number = NUMBER.matcher(word);
    return number.matches() && dayOrYear(number.group(1));
  }

  private boolean clock(Matcher clock) {
    fields.time(clock.group(1), clock.group(2), clock.group(3) == null ? "0" : clock.group(3));
    String rest = clock.group(4) == null ? "" : clock.group(4);
    switch (rest) {
      case "" -> {}
      case "am" -> fields.beforeNoon();
      case "pm" -> fields.afterNoon();
      default -> {
        return fields.zone(rest);
      }
    }
    return true;
  }

  /**
   * With full stops the day stands first; with slashes it may be either, and what may be either is
   * no date.
   */
  private boolean yearLast(Matcher date) {
    int first = Integer.parseInt(date.group(1));
    int second = Integer.parseInt(date.group(3));
    boolean isDayFirst = !date.group(2).equals("/") || first > 12;
    if (!isDayFirst && second <= 12 && first != second) {
      return false;
    }
    fields.year(date.group(4));
    fields.day(isDayFirst ? first : second);
    fields.month(isDayFirst ? second : first);
    return true;
  }

  private boolean dayOrYear(String digits) {
    if (digits.length() < 3 && !fields.hasDay()) {
      fields.day(Integer.parseInt(digits));
    } else if (!fields.hasYear() && digits.length() != 3) {
      fields.year(digits);
    } else {
      return false;
    }
    return true;
  }
}
