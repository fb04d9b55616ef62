package io.riftwatch.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads the two forms that nearly all dates of feeds have, character by character: {@code Thu, 18
 * Sep 2025 10:00:00 +0200} (RFC 822, RFC 2822) and {@code 2025-09-18T10:00:00Z} (RFC 3339).
 */
final class UsualDate {

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private UsualDate() {}

  /** Empty for any other form, and for what only looks like one of these. */
  static Optional<Instant> read(String date) {
    try {
      return date.length() >= 20 && date.charAt(4) == '-' && date.charAt(10) == 'T'
          ? iso(date)
          : mail(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> mail(String date) {
    int day = date.length() > 16 && date.charAt(3) == ',' && date.charAt(4) == ' ' ? 5 : 0;
    int month = day + 3;
    if (date.length() < day + 24 || date.charAt(day + 2) != ' ' || date.charAt(day + 6) != ' ') {
      return Optional.empty();
    }
    int number = MONTHS.indexOf(date.substring(month, month + 3));
    int year = digits(date, day + 7, 4);
    int offset = date.charAt(day + 20) == ' ' ? zone(date, day + 21) : UNKNOWN;
    if (number < 0 || number % 3 != 0 || year < 0 || offset == UNKNOWN) {
      return Optional.empty();
    }
    return at(date, year, number / 3 + 1, digits(date, day, 2), day + 12, offset);
  }

  private static final int UNKNOWN = Integer.MIN_VALUE;

  private static Optional<Instant> iso(String date) {
    int zone = 19;
    while (zone < date.length() && (date.charAt(zone) == '.' || isDigit(date.charAt(zone)))) {
      zone++;
    }
    int offset = zone(date, zone);
    return offset == UNKNOWN || date.charAt(7) != '-'
        ? Optional.empty()
        : at(date, digits(date, 0, 4), digits(date, 5, 2), digits(date, 8, 2), 11, offset);
  }

  private static Optional<Instant> at(
      String date, int year, int month, int day, int time, int offset) {
    int hour = digits(date, time, 2);
    int minute = digits(date, time + 3, 2);
    int second = digits(date, time + 6, 2);
    if (Math.min(Math.min(year, day), Math.min(hour, Math.min(minute, second))) < 0
        || date.charAt(time + 2) != ':'
        || date.charAt(time + 5) != ':') {
      return Optional.empty();
    }
    return Optional.of(
        LocalDateTime.of(year, month, day, hour, minute, second)
            .minusMinutes(offset)
            .toInstant(ZoneOffset.UTC));
  }

  /** Minutes east of Greenwich of {@code Z}, {@code GMT}, {@code +0200} or {@code +02:00}. */
  private static int zone(String date, int from) {
    int length = date.length() - from;
    if (length == 1 && date.charAt(from) == 'Z' || length == 3 && date.startsWith("GMT", from)) {
      return 0;
    }
    boolean hasColon = length == 6 && date.charAt(from + 3) == ':';
    char sign = length > 0 ? date.charAt(from) : ' ';
    if (length != 5 && !hasColon || sign != '+' && sign != '-') {
      return UNKNOWN;
    }
    int hours = digits(date, from + 1, 2);
    int minutes = digits(date, from + (hasColon ? 4 : 3), 2);
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59) {
      return UNKNOWN;
    }
    return (sign == '-' ? -1 : 1) * (60 * hours + minutes);
  }

  /** The number of so many digits, or -1. */
  private static int digits(String date, int from, int count) {
    if (from + count > date.length()) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < from + count; i++) {
      if (!isDigit(date.charAt(i))) {
        return -1;
      }
      number = 10 * number + date.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
