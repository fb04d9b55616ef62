package io.riftwatch.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * One report of one outlet.
 *
 * @param outlet who publishes it
 * @param path of its page
 * @param day of the demo, from 1
 * @param time of that day
 * @param title its title
 * @param summary what the feed says of it
 * @param body paragraphs parted by blank lines; empty where the summary is all
 * @param byline who wrote it; empty where it does not say
 * @param subject what it is about
 */
record Item(
    Outlet outlet,
    String path,
    int day,
    LocalTime time,
    String title,
    String summary,
    String body,
    String byline,
    Subject subject) {

  private static final LocalDate DAY_BEFORE = LocalDate.of(2025, 9, 17);

  enum Subject {
    /** The rupture between France and Mali. */
    CASE,
    /** Anything else. */
    ORDINARY
  }

  static LocalDate dateOf(int day) {
    return DAY_BEFORE.plusDays(day);
  }

  Instant publishedAt() {
    return dateOf(day).atTime(time).toInstant(ZoneOffset.UTC);
  }

  String text() {
    return body.isEmpty() ? summary : body;
  }
}
