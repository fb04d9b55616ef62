package io.riftwatch.classify.coding;

import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.Map;
import java.util.Optional;

/** Reads numbers in digits and in words: 23, 1,000, four hundred. */
final class Numbers {

  private static final int MOST_PERSONS = 1_000_000;
  private static final int HUNDRED = 100;

  /**
   * A number in a sentence.
   *
   * @param value its value
   * @param from index of its first token
   * @param to index behind its last token
   */
  record Found(int value, int from, int to) {}

  private final Map<String, Integer> words;

  Numbers(Map<String, Integer> words) {
    this.words = words;
  }

  /** The last number of persons between two indexes: not a year, not one with a unit's hyphen. */
  Optional<Found> persons(Sentence sentence, int from, int to) {
    Optional<Found> last = Optional.empty();
    int i = from;
    while (i < to) {
      Optional<Found> found = at(sentence, i, to);
      if (found
          .filter(f -> f.value() >= 1 && f.value() <= MOST_PERSONS && !year(sentence, f))
          .isPresent()) {
        last = found;
      }
      i = found.map(Found::to).orElse(i + 1);
    }
    return last;
  }

  private static boolean year(Sentence sentence, Found found) {
    Token token = sentence.at(found.from());
    return token.kind() == Token.Kind.NUMBER
        && found.to() - found.from() == 1
        && token.end() - token.start() == 4
        && found.value() >= 1900
        && found.value() < 2100;
  }

  /** The number that begins at the index. */
  Optional<Found> at(Sentence sentence, int from, int to) {
    long total = 0;
    long current = 0;
    int i = from;
    while (i < to) {
      Optional<Integer> value = value(sentence.at(i));
      if (value.isEmpty()) {
        if (i > from && sentence.mark(i, '-')) {
          i++;
          continue;
        }
        break;
      }
      int v = value.get();
      if (v >= HUNDRED && sentence.at(i).kind() == Token.Kind.WORD) {
        current = Math.max(1, current) * v;
        if (v > HUNDRED) {
          total += current;
          current = 0;
        }
      } else if (i > from && sentence.at(i).kind() == Token.Kind.NUMBER) {
        break;
      } else {
        current += v;
      }
      i++;
    }
    long value = total + current;
    return i == from || value > Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(new Found((int) value, from, i));
  }

  private Optional<Integer> value(Token token) {
    if (token.kind() == Token.Kind.NUMBER) {
      String digits = token.word().form().replace(",", "").replace(".", "");
      boolean whole = token.word().form().matches("\\d{1,7}|\\d{1,3}([.,]\\d{3})+");
      return whole && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Optional.of(Integer.parseInt(digits))
          : Optional.empty();
    }
    return Optional.ofNullable(words.get(token.word().form()));
  }
}
