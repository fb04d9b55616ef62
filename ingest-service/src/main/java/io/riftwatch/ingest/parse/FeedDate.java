package io.riftwatch.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of feeds in the forms they really have: RFC 822 and its abuses, W3C's profile of
 * ISO 8601 and ISO 8601 beyond it, asctime, Unix time, and months in the outlet's own language.
 * What says no zone is UTC; what is no date is none.
 */
final class FeedDate {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 80;

  private static final String TIME = "(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?";
  private static final String ZONE = "\\s*([a-z]{1,5}|(?:utc|gmt)?[+-][\\d:]{1,5})?";
  private static final String AFTER_DATE = "(?:(?:t|\\s)\\s*" + TIME + ZONE + ")?";

  private static final Pattern EXTENDED =
      Pattern.compile("(\\d{4})(?:-0?(\\d{1,2})(?:-(\\d{1,2}))?)?" + AFTER_DATE);
  private static final Pattern BASIC =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:t?" + TIME + ZONE + ")?");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{2}|\\d{4})-?(\\d{3})" + AFTER_DATE);
  private static final Pattern SHORT = Pattern.compile("(\\d{2})(-?)(\\d{2})\\2(\\d{2})");
  private static final Pattern SHORT_MONTH = Pattern.compile("-(\\d{2})-?(\\d{2})");
  private static final Pattern UNIX = Pattern.compile("(\\d{9,10})(?:\\.\\d+)?|(\\d{13})");

  private FeedDate() {}

  /** The instant that a date means, to the second. */
  static Optional<Instant> read(String date) {
    String text = date.strip();
    if (text.length() < SHORTEST || text.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Instant> usual = UsualDate.read(text);
    if (usual.isPresent()) {
      return usual;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    try {
      return startsAsNumber(lower)
          ? number(lower).or(() -> LooseDate.read(lower))
          : LooseDate.read(lower);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean startsAsNumber(String text) {
    char first = text.charAt(0);
    return first >= '0' && first <= '9' || first == '-';
  }

  private static Optional<Instant> number(String text) {
    Matcher unix = UNIX.matcher(text);
    if (unix.matches()) {
      return Optional.of(
          unix.group(1) == null
              ? Instant.ofEpochMilli(Long.parseLong(unix.group(2)))
              : Instant.ofEpochSecond(Long.parseLong(unix.group(1))));
    }
    return first(EXTENDED, text, FeedDate::dayOfMonth)
        .or(() -> first(BASIC, text, FeedDate::dayOfMonth))
        .or(() -> first(ORDINAL, text, FeedDate::dayOfYear))
        .or(() -> first(SHORT, text, m -> day(m.group(1), m.group(3), m.group(4)).instant()))
        .or(() -> first(SHORT_MONTH, text, m -> day(m.group(1), m.group(2), "1").instant()));
  }

  private interface Reading {
    Optional<Instant> of(Matcher matcher);
  }

  private static Optional<Instant> first(Pattern pattern, String text, Reading reading) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? reading.of(matcher) : Optional.empty();
  }

  private static Optional<Instant> dayOfMonth(Matcher iso) {
    DateFields fields = day(iso.group(1), or(iso.group(2), "1"), or(iso.group(3), "1"));
    return time(fields, iso, 4);
  }

  private static Optional<Instant> dayOfYear(Matcher iso) {
    DateFields fields =
        new DateFields().year(iso.group(1)).dayOfYear(Integer.parseInt(iso.group(2)));
    return time(fields, iso, 3);
  }

  private static DateFields day(String year, String month, String day) {
    return new DateFields().year(year).month(Integer.parseInt(month)).day(Integer.parseInt(day));
  }

  private static Optional<Instant> time(DateFields fields, Matcher iso, int group) {
    if (iso.group(group) != null) {
      fields.time(iso.group(group), or(iso.group(group + 1), "0"), or(iso.group(group + 2), "0"));
    }
    String zone = iso.group(group + 3);
    if (zone != null && !fields.zone(zone)) {
      return Optional.empty();
    }
    return fields.instant();
  }

  private static String or(String group, String otherwise) {
    return group == null ? otherwise : group;
  }
}
