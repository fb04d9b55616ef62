package io.riftwatch.classify.coding;

import io.riftwatch.classify.rulepack.Cues;
import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import io.riftwatch.classify.text.Word;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads how long ago a measure was taken, against the day of the report. */
final class Times {

  private static final int MIDDLE_OF_MONTH = 15;

  /** A month farther back is named with its year; without one it lies ahead. */
  private static final int LONGEST_WITHOUT_YEAR = 300;

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;
  private static final int LONGEST_MONTH = 31;
  private static final int FAR_PAST = 3650;

  /**
   * A time in a sentence.
   *
   * @param daysAgo days before the report
   * @param from index of its first token
   * @param to index behind its last token
   */
  record Found(long daysAgo, int from, int to) {}

  private final RulePack pack;
  private final LocalDate today;

  Times(RulePack pack, LocalDate today) {
    this.pack = pack;
    this.today = today;
  }

  /** The times of a sentence, in order. */
  List<Found> in(Sentence sentence) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.at(i).spoken()) {
        at(sentence, i).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Found> at(Sentence sentence, int i) {
    return pack.cues()
        .ages()
        .at(sentence, i)
        .map(age -> new Found(daysAgo(age.value(), sentence, i), age.from(), age.to()))
        .or(() -> month(sentence, i))
        .or(() -> year(sentence, i));
  }

  private long daysAgo(Cues.Age age, Sentence sentence, int at) {
    if (age instanceof Cues.Age.Days given) {
      return given.days();
    }
    LocalDate previous = today.minusMonths(1);
    return days(date(previous.getYear(), previous.getMonthValue(), partOfMonth(sentence, at)));
  }

  /** The middle of the month, but for "early March" and "late last month". */
  private int partOfMonth(Sentence sentence, int month) {
    return month == 0
        ? MIDDLE_OF_MONTH
        : pack.monthParts().getOrDefault(beside(sentence, month).form(), MIDDLE_OF_MONTH);
  }

  /** The word in front of a month, across a hyphen: mid-August. */
  private static Word beside(Sentence sentence, int month) {
    return sentence.word(sentence.hyphen(month - 1) ? month - 2 : month - 1);
  }

  private Optional<Found> year(Sentence sentence, int i) {
    return yearValue(sentence, i)
        .filter(y -> i > 0 && sentence.word(i - 1).preposition())
        .filter(y -> !sentence.is(i - 1, Part.OF) || i > 1 && partOf(sentence.word(i - 2)))
        .filter(y -> y < today.getYear())
        .map(y -> new Found(Math.max(days(LocalDate.of(y, 7, 1)), 32), i, i + 1));
  }

  /** "At the end of 2021" is a time, "the accord of 2021" is none. */
  private boolean partOf(Word word) {
    return pack.monthParts().containsKey(word.form());
  }

  private static Optional<Integer> yearValue(Sentence sentence, int i) {
    return digits(sentence, i, 4).filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR);
  }

  private Optional<Found> month(Sentence sentence, int i) {
    Integer month = pack.months().get(sentence.word(i).form());
    if (month == null || i == 0) {
      return Optional.empty();
    }
    boolean dated =
        sentence.at(i - 1).kind() == Token.Kind.NUMBER || day(sentence, i + 1).isPresent();
    boolean placed =
        sentence.word(i - 1).preposition()
            || sentence.is(i - 1, Part.ADVERB)
            || partOf(beside(sentence, i))
            || dated;
    if (!placed || sentence.at(i).casing() == Token.Casing.LOWER && sentence.word(i).function()) {
      return Optional.empty();
    }
    int day =
        day(sentence, i - 1)
            .or(() -> day(sentence, i + 1))
            .orElseGet(() -> partOfMonth(sentence, i));
    int to = i + 1;
    Optional<Integer> year = Optional.empty();
    for (int j = i + 1; j <= i + 3 && year.isEmpty(); j++) {
      year = yearValue(sentence, j);
    }
    LocalDate date = date(year.orElse(today.getYear()), month, day);
    if (year.isEmpty() && date.isAfter(today.plusDays(1))) {
      date = date.minusYears(1);
    }
    if (year.isEmpty() && days(date) > LONGEST_WITHOUT_YEAR) {
      return Optional.empty();
    }
    return Optional.of(new Found(days(date), i, to));
  }

  /** The next day of a name such as "September 20" or "20 September" that begins at the index. */
  Optional<LocalDate> dayAhead(Sentence sentence, int i) {
    for (int name = i; name <= i + 1 && name < sentence.size(); name++) {
      Integer month = pack.months().get(sentence.word(name).form());
      Optional<Integer> day = day(sentence, name == i ? name + 1 : i);
      if (month != null && day.isPresent()) {
        LocalDate date = date(today.getYear(), month, day.get());
        return Optional.of(date.isBefore(today) ? date.plusYears(1) : date);
      }
    }
    return Optional.empty();
  }

  private static LocalDate date(int year, int month, int day) {
    LocalDate first = LocalDate.of(year, month, 1);
    return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
  }

  private static Optional<Integer> day(Sentence sentence, int i) {
    return digits(sentence, i, 1)
        .or(() -> digits(sentence, i, 2))
        .filter(day -> day >= 1 && day <= LONGEST_MONTH);
  }

  /** The number at an index that is written in so many ASCII digits. */
  private static Optional<Integer> digits(Sentence sentence, int i, int length) {
    if (i < 0 || i >= sentence.size() || sentence.at(i).kind() != Token.Kind.NUMBER) {
      return Optional.empty();
    }
    String form = sentence.word(i).form();
    boolean written = form.length() == length && form.chars().allMatch(c -> c >= '0' && c <= '9');
    return written ? Optional.of(Integer.parseInt(form)) : Optional.empty();
  }

  private long days(LocalDate date) {
    return Math.min(FAR_PAST, ChronoUnit.DAYS.between(date, today));
  }
}
