package io.riftwatch.ingest.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a date as they are found; what is not set is midnight and UTC. */
final class DateFields {

  /** Two digits mean this year or a later one: there were no feeds before. */
  private static final int FIRST_SHORT_YEAR = 1990;

  private static final int NOON = 12;
  private static final int WIDEST_OFFSET = 15;
  private static final Pattern OFFSET =
      Pattern.compile("(?:utc|gmt|z)?([+-])(\\d{1,2}?)(?::?(\\d{2}))?");

  private int year = -1;
  private int month = -1;
  private int day = -1;
  private int dayOfYear = -1;
  private int hour;
  private int minute;
  private int second;
  private int halfDay = -1;
  private boolean hasTime;
  private Optional<ZoneOffset> zone = Optional.empty();

  /** Two digits or four. */
  DateFields year(String digits) {
    int number = Integer.parseInt(digits);
    int century = number < FIRST_SHORT_YEAR % 100 ? 2000 : 1900;
    year = digits.length() <= 2 ? century + number : number;
    return this;
  }

  DateFields month(int number) {
    month = number;
    return this;
  }

  DateFields day(int number) {
    day = number;
    return this;
  }

  DateFields dayOfYear(int number) {
    dayOfYear = number;
    return this;
  }

  DateFields time(String hours, String minutes, String seconds) {
    hour = Integer.parseInt(hours);
    minute = Integer.parseInt(minutes);
    second = Integer.parseInt(seconds);
    hasTime = true;
    return this;
  }

  /** The hours count from midnight. */
  void beforeNoon() {
    halfDay = 0;
  }

  /** The hours count from noon. */
  void afterNoon() {
    halfDay = NOON;
  }

  /** Takes a zone, named or numbered; answers whether it is one. */
  boolean zone(String text) {
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      int hours = Integer.parseInt(offset.group(2));
      int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
      int sign = offset.group(1).equals("-") ? -1 : 1;
      if (hours > WIDEST_OFFSET || minutes > 59) {
        return false;
      }
      zone = Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
      return true;
    }
    if (text.startsWith("+") || text.startsWith("-")) {
      return false;
    }
    zone = zone.or(() -> DateWords.zone(text));
    return true;
  }

  /** A zone for what says none. */
  void zoneOtherwise(ZoneOffset otherwise) {
    zone = zone.or(() -> Optional.of(otherwise));
  }

  boolean hasYear() {
    return year >= 0;
  }

  boolean hasMonth() {
    return month >= 0;
  }

  boolean hasDay() {
    return day >= 0;
  }

  boolean hasTime() {
    return hasTime;
  }

  /**
   * The instant, or empty where a part is missing; fails with DateTimeException where one is wrong.
   */
  Optional<Instant> instant() {
    if (!hasYear() || dayOfYear < 0 && (!hasMonth() || !hasDay())) {
      return Optional.empty();
    }
    LocalDate date =
        dayOfYear < 0 ? LocalDate.of(year, month, day) : LocalDate.ofYearDay(year, dayOfYear);
    int hours = halfDay < 0 ? hour : hour % NOON + halfDay;
    boolean isNextDay = hours == 24 && minute == 0 && second == 0;
    LocalTime time = LocalTime.of(isNextDay ? 0 : hours, minute, second == 60 ? 59 : second);
    LocalDateTime local = LocalDateTime.of(isNextDay ? date.plusDays(1) : date, time);
    return Optional.of(local.toInstant(zone.orElse(ZoneOffset.UTC)));
  }
}
