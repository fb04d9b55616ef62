package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextHashTest {

  private static final String TITLE = "Mali expels diplomats";
  private static final String TEXT = "Five diplomats have to leave.\n\nParis rejects the charge.";

  private static String hash(String text) {
    return TextHash.of(TITLE, text);
  }

  @ParameterizedTest
  @CsvSource({
    "\"Out\" - now, “Out” – now",
    "l'État, l’État",
    "Mali : « dehors », Mali: \"dehors\"",
    "co\u00adope\u00adration, cooperation",
    "one\u00a0two, one  two",
    "ﬁve…, five ...",
    "MALI, Mali",
    "５ 人, 5 人"
  })
  void typeAndSpacingAreNoEdit(String before, String after) {
    assertEquals(TextHash.of(before, TEXT), TextHash.of(after, TEXT));
    assertEquals(hash(before), hash(after));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Updated: 18 September 2025, 10:34 GMT",
        "Mis à jour le 18/09/2025 à 12h34",
        "Publicado el 18 de septiembre de 2025",
        "Aktualisiert am 18.09.2025 um 12:34 Uhr",
        "Обновлено: 18 сентября 2025",
        "آخر تحديث: 18/09/2025",
        "更新时间：2025年9月18日",
        "3 min read",
        "Lecture 4 min.",
        "27 comments",
        "Share this story",
        "Read more: Paris answers Bamako",
        "Lire la suite",
        "Weiterlesen …",
        "Подробнее",
        "اقرأ المزيد",
        "阅读全文",
        "The post Mali expels diplomats appeared first on The Daily Example.",
        "L’article Mali est apparu en premier sur Le Courrier.",
        "© 2025 The Daily Example. All rights reserved.",
        "Subscribe to our newsletter"
      })
  void theOutletsOwnLinesAreNoEdit(String line) {
    assertEquals(hash(TEXT), hash(TEXT + "\n\n" + line));
    assertEquals(hash(TEXT), hash(line + "\n" + TEXT));
  }

  @ParameterizedTest
  @CsvSource({
    "Five diplomats, Six diplomats",
    "$5 million, €5 million",
    "5 %, 5",
    "he is guilty, he is not guilty",
    "1.5 million, 15 million",
    "कर, कार",
    "Updated rules for visas, New rules for visas",
    "Subscribe, Subscribers left"
  })
  void otherWordsAndFiguresAreAnEdit(String before, String after) {
    assertNotEquals(TextHash.of(before, TEXT), TextHash.of(after, TEXT));
    assertNotEquals(
        hash(TEXT + "\n" + before + " said so"), hash(TEXT + "\n" + after + " said so"));
  }
}
