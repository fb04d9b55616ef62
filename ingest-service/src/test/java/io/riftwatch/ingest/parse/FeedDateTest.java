package io.riftwatch.ingest.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

  private static final int NONE = Integer.MIN_VALUE;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # RFC 822 and 2822
          Thu, 18 Sep 2025 10:00:00 +0200            | 2025-09-18T08:00:00Z
          Thu, 18 Sep 2025 10:00:00 GMT              | 2025-09-18T10:00:00Z
          Thu, 18 Sep 2025 10:00:00 Z                | 2025-09-18T10:00:00Z
          18 Sep 2025 10:00:00 -0530                 | 2025-09-18T15:30:00Z
          Thu, 18 Sep 2025 10:00 EST                 | 2025-09-18T15:00:00Z
          Thu, 18 Sep 25 10:00:00 PDT                | 2025-09-18T17:00:00Z
          Fri, 18 Sep 98 10:00:00 GMT                | 1998-09-18T10:00:00Z
          # its abuses
          Thu,18 Sep 2025 10:00:00 GMT               | 2025-09-18T10:00:00Z
          Thu,  4 Sep  2025  9:05:00  GMT            | 2025-09-04T09:05:00Z
          Thu, 18 Sep, 2025 10:00:00 UTC             | 2025-09-18T10:00:00Z
          Thu, 18 September 2025 10:00:00 +02:00     | 2025-09-18T08:00:00Z
          Thu, 18 Sept. 2025 10:00:00 GMT+2          | 2025-09-18T08:00:00Z
          Thu, 18 Sep 2025 10:00:00 UTC-03:30        | 2025-09-18T13:30:00Z
          Thu, 18 Sep 2025 10:00:00 Etc/GMT          | 2025-09-18T10:00:00Z
          Thu, 18 Sep 2025 10:00:00 +0200 (CEST)     | 2025-09-18T08:00:00Z
          Thu, 18 Sep 2025 10:00:00 CEST             | 2025-09-18T08:00:00Z
          Thu, 18 Sep 2025 10:00:00 MSK              | 2025-09-18T07:00:00Z
          Thu, 18 Sep 2025 10:00:00 IST              | 2025-09-18T04:30:00Z
          Thu, 18 Sep 2025 10:00:00 ET               | 2025-09-18T15:00:00Z
          Thu, 18 Sep 2025 10:00:00 NOWHERE          | 2025-09-18T10:00:00Z
          Thu, 18 Sep 2025 10:00:00                  | 2025-09-18T10:00:00Z
          Thu, 18 Sep 2025 24:00:00 GMT              | 2025-09-19T00:00:00Z
          Thu, 18 Sep 2025 23:59:60 GMT              | 2025-09-18T23:59:59Z
          Thu, 18 Sep 2025                           | 2025-09-18T00:00:00Z
          Thu Sep 18 2025 10:00:00 +0200             | 2025-09-18T08:00:00Z
          Thu, 18-Sep-2025 10:00:00 GMT              | 2025-09-18T10:00:00Z
          18-Sep-25                                  | 2025-09-18T00:00:00Z
          Thursday, September 18th, 2025 10:00 AM    | 2025-09-18T10:00:00Z
          September 18, 2025 12:30 am                | 2025-09-18T00:30:00Z
          Sep 18, 2025 3:05pm EST                    | 2025-09-18T20:05:00Z
          THU, 18 SEP 2025 10:00:00 GMT              | 2025-09-18T10:00:00Z
          # asctime
          Thu Sep 18 10:00:00 2025                   | 2025-09-18T10:00:00Z
          Thu Sep  4 10:00:00 CEST 2025              | 2025-09-04T08:00:00Z
          # W3C and ISO 8601
          2025-09-18T10:00:00Z                       | 2025-09-18T10:00:00Z
          2025-09-18T10:00:00.123456+02:00           | 2025-09-18T08:00:00Z
          2025-09-18T10:00:00,5Z                     | 2025-09-18T10:00:00Z
          2025-09-18t10:00:00z                       | 2025-09-18T10:00:00Z
          2025-09-18T10:00:00+0200                   | 2025-09-18T08:00:00Z
          2025-09-18T10:00:00+02                     | 2025-09-18T08:00:00Z
          2025-09-18T10:00:00                        | 2025-09-18T10:00:00Z
          2025-09-18T10:00Z                          | 2025-09-18T10:00:00Z
          2025-09-18T24:00:00Z                       | 2025-09-19T00:00:00Z
          2025-09-18 10:00:00                        | 2025-09-18T10:00:00Z
          2025-09-18 10:00:00 -00:20                 | 2025-09-18T10:20:00Z
          2025-09-18 10:00:00 UTC                    | 2025-09-18T10:00:00Z
          2025-09-18                                 | 2025-09-18T00:00:00Z
          2025-9-8                                   | 2025-09-08T00:00:00Z
          2025-09                                    | 2025-09-01T00:00:00Z
          2025                                       | 2025-01-01T00:00:00Z
          2025-009-18T10:00:00Z                      | 2025-09-18T10:00:00Z
          2025-261                                   | 2025-09-18T00:00:00Z
          2025261                                    | 2025-09-18T00:00:00Z
          25261                                      | 2025-09-18T00:00:00Z
          20250918                                   | 2025-09-18T00:00:00Z
          20250918T100000Z                           | 2025-09-18T10:00:00Z
          20250918100000                             | 2025-09-18T10:00:00Z
          250918                                     | 2025-09-18T00:00:00Z
          25-09-18                                   | 2025-09-18T00:00:00Z
          -2509                                      | 2025-09-01T00:00:00Z
          -25-09                                     | 2025-09-01T00:00:00Z
          # Unix time
          1758189600                                 | 2025-09-18T10:00:00Z
          1758189600000                              | 2025-09-18T10:00:00Z
          # numbers
          2025/09/18 10:00:00                        | 2025-09-18T10:00:00Z
          Thu, 2025/09/18 10:00:00 EDT               | 2025-09-18T14:00:00Z
          18.09.2025 10:00                           | 2025-09-18T10:00:00Z
          18/09/2025 10:00                           | 2025-09-18T10:00:00Z
          09/18/2025 10:00                           | 2025-09-18T10:00:00Z
          # other languages
          jeu., 18 sept. 2025 10:00:00 +0200         | 2025-09-18T08:00:00Z
          mar. 16 sept. 2025 10:00                   | 2025-09-16T10:00:00Z
          21 août 2025 10h30                         | 2025-08-21T10:30:00Z
          18 de septiembre de 2025 10:00             | 2025-09-18T10:00:00Z
          Do, 18 Okt 2025 10:00:00 +0200             | 2025-10-18T08:00:00Z
          3 März 2025                                | 2025-03-03T00:00:00Z
          18 сентября 2025, 10:00                    | 2025-09-18T10:00:00Z
          Чт, 18 сен 2025 10:00:00 +0300             | 2025-09-18T07:00:00Z
          18 Eylül 2025                              | 2025-09-18T00:00:00Z
          Πέμ, 18 Σεπ 2025 10:00:00 EET              | 2025-09-18T08:00:00Z
          2025-július-13T9:15+02:00                  | 2025-07-13T07:15:00Z
          2025년 09월 18일 10:00:00                  | 2025-09-18T01:00:00Z
          2025-09-18 오후 11:00:00                   | 2025-09-18T14:00:00Z
          2025年9月18日 10:00                        | 2025-09-18T10:00:00Z
          ١٨ سبتمبر 2025                             | 2025-09-18T00:00:00Z
          """)
  void datesOfFeedsAreRead(String date, Instant instant) {
    assertEquals(Optional.of(instant), FeedDate.read(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "tomorrow at noon",
        "013",
        "0000-00-00 00:00:00",
        "2025-09-18-01",
        "2025-xx-18",
        "2025-09-18T09:xx:00Z",
        "2025-09-18T25:00:00Z",
        "2025-09-18T10:61:00Z",
        "2025-09-18T10:00:61Z",
        "2025-09-18T10:00:00+00:xx",
        "2025-09-18T10:00:00-06:00Textra",
        "2025-02-30T10:00:00Z",
        "9999-12-31T23:59:59-99:99",
        "Thu, 18 zzz 2025 10:00:00 GMT",
        "Thu, Sep x 2025 10:00:00 GMT",
        "Thu, 18 Sep zz 10:00:00 GMT",
        "Thu, 99 Sep 2025 10:00:00 GMT",
        "Thu, 18 Sep 2025 1:2:3:4 GMT",
        "Thu, 18 Sep 2025 10:00:00 +zz:00",
        "4/5/2025",
        "1234567"
      })
  void whatIsNoDateOrMayBeTwoIsNone(String date) {
    assertEquals(Optional.empty(), FeedDate.read(date));
  }

  @Property
  void everyInstantIsReadBackFromTheUsualForms(
      @ForAll @LongRange(min = 631152000L, max = 4102444800L) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);

    assertEquals(Optional.of(instant), FeedDate.read(instant.toString()));
    assertEquals(
        Optional.of(instant),
        FeedDate.read(
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(utc)));
    assertEquals(
        Optional.of(instant),
        FeedDate.read(
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm:ss", Locale.FRENCH).format(utc)));
  }

  @Property
  void anyTextIsADateOfFourDigitsOrNone(@ForAll("nearlyDates") String any) {
    int year = FeedDate.read(any).map(date -> date.atOffset(ZoneOffset.UTC).getYear()).orElse(NONE);

    assertTrue(year == NONE || year >= -1 && year <= 10_000, any + " is of " + year);
  }

  @Provide
  Arbitrary<String> nearlyDates() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("0123456789-:/., TZ+").ofMaxLength(30),
        Arbitraries.of(
                "Thu", "18", "Sep", "99", "2025", "0000", "10:00:00", "GMT", "+9999", "T", "-")
            .list()
            .ofMaxSize(8)
            .map(words -> String.join(" ", words)));
  }
}
