package io.riftwatch.ingest.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads dates in the forms in which pages write them for machines, and often for people. */
final class WrittenDate {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ]+(\\d{1,2}):?(\\d{2})(?::?(\\d{2}))?(?:[.,]\\d+)?"
              + "\\s*(Z|UTC|GMT|[+-]\\d{2}:?(?:\\d{2})?)?.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");
  private static final int EPOCH_SECONDS = 10;

  /** The forms in which people write dates for machines that are none of ISO 8601. */
  private static final List<DateTimeFormatter> OTHERS =
      Stream.of(
              "[EEEE, ][EEE, ][EEE ]d MMM yyyy[ HH:mm[:ss]][ zzz][ Z][ XXX]",
              "[EEEE, ][EEE, ][EEE ]MMM d[,] yyyy[[,] h:mm[:ss][ ]a][ HH:mm[:ss]][ zzz][ Z]",
              "[EEEE, ]MMMM d[,] yyyy[[,] ['at ']h:mm[:ss][ ]a][ HH:mm[:ss]][ zzz][ Z]",
              "[EEEE, ]d MMMM yyyy[[,] HH:mm[:ss]][ zzz]",
              "EEE MMM d HH:mm:ss zzz yyyy",
              "yyyy/M/d[ HH:mm[:ss]]",
              "d.M.yyyy[[,] HH:mm[:ss]]",
              "yyyy年M月d日[ ][HH:mm[:ss]]",
              "yyyy.M.d[ HH:mm[:ss]]")
          .map(
              form ->
                  new DateTimeFormatterBuilder()
                      .parseCaseInsensitive()
                      .appendPattern(form)
                      .toFormatter(Locale.ENGLISH))
          .toList();

  /** The web is not older; what claims it is a mistake. */
  private static final Instant FIRST_PAGE = Instant.parse("1991-08-06T00:00:00Z");

  private static final Instant LAST_PAGE = Instant.parse("2100-01-01T00:00:00Z");

  private WrittenDate() {}

  /** What a written date means; a day means its beginning, and UTC where no zone is said. */
  static Optional<Instant> parse(String written) {
    String date = HtmlText.oneLine(written);
    if (EPOCH.matcher(date).matches()) {
      long number = Long.parseLong(date);
      return plausible(
          date.length() == EPOCH_SECONDS
              ? Instant.ofEpochSecond(number)
              : Instant.ofEpochMilli(number));
    }
    return iso(date).or(() -> other(date)).flatMap(WrittenDate::plausible);
  }

  private static Optional<Instant> iso(String date) {
    Matcher iso = ISO.matcher(date);
    if (!iso.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(iso, 1),
              number(iso, 2),
              number(iso, 3),
              number(iso, 4),
              number(iso, 5),
              number(iso, 6));
      return Optional.of(time.toInstant(offset(iso.group(7))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  private static ZoneOffset offset(String written) {
    return written == null || Character.isLetter(written.charAt(0))
        ? ZoneOffset.UTC
        : ZoneOffset.of(written);
  }

  private static Optional<Instant> other(String date) {
    return OTHERS.stream().flatMap(form -> parse(date, form)).findFirst();
  }

  private static Stream<Instant> parse(String date, DateTimeFormatter form) {
    try {
      TemporalAccessor parsed =
          form.parseBest(
              date,
              ZonedDateTime::from,
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      return Stream.of(instant(parsed));
    } catch (DateTimeException e) {
      return Stream.empty();
    }
  }

  private static Instant instant(TemporalAccessor parsed) {
    if (parsed instanceof LocalDateTime time) {
      return time.toInstant(ZoneOffset.UTC);
    }
    if (parsed instanceof LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return Instant.from(parsed);
  }

  private static Optional<Instant> plausible(Instant date) {
    return Optional.of(date).filter(d -> !d.isBefore(FIRST_PAGE) && d.isBefore(LAST_PAGE));
  }
}
