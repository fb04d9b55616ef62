package io.riftwatch.classify.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.lexicon.Phrase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MorphologyTest {

  private final Morphology french =
      new Morphology(
          "French",
          Morphology.Apostrophe.ELISION,
          Map.of("expulsent", "expulser", "expulsions", "expulsion", "aides", "aide"),
          Map.of(Part.PERFECT, List.of("a"), Part.TO, List.of("à")),
          List.of("expulsion", "aide"),
          new Participles(List.of("é", "és"), List.of("rompu"), List.of("rentré")));

  @Test
  void anAccentTellsFunctionWordsApart() {
    assertTrue(french.word("a").is(Part.PERFECT));
    assertFalse(french.word("a").is(Part.TO));
    assertTrue(french.word("à").is(Part.TO));
    assertFalse(french.word("à").is(Part.PERFECT));
  }

  @Test
  void aCapitalMayHaveLostItsAccent() {
    assertTrue(french.word("A").is(Part.TO));
  }

  @Test
  void aNounKeptApartSharesNoStemWithItsVerb() {
    assertEquals(french.word("expulser").key(), french.word("expulsent").key());
    assertEquals(french.word("expulsion").key(), french.word("expulsions").key());
    assertNotEquals(french.word("expulser").key(), french.word("expulsion").key());
  }

  @Test
  void aParticipleIsNotTakenForTheNounItIsSpeltLike() {
    assertEquals(french.word("aider").key(), french.word("aidés").key());
    assertNotEquals(french.word("aidés").key(), french.word("aides").key());
  }

  @Test
  void anExceptedFormIsNoParticiple() {
    assertTrue(french.word("expulsés").participle());
    assertTrue(french.word("rompu").participle());
    assertFalse(french.word("rentré").participle());
  }

  @ParameterizedTest
  @ValueSource(strings = {"porte-parole", "porte parole"})
  void aPhraseReachesAcrossAHyphen(String text) {
    Phrase phrase = Phrase.of("porte parole", french);
    Sentence sentence = new Sentence(new Tokenizer(french).tokens(text));

    assertEquals(sentence.size(), phrase.match(sentence, 0, Phrase.Classes.NONE));
  }

  @Test
  void aDashBetweenWordsIsNoHyphen() {
    Phrase phrase = Phrase.of("porte parole", french);
    Sentence sentence = new Sentence(new Tokenizer(french).tokens("porte - parole"));

    assertEquals(-1, phrase.match(sentence, 0, Phrase.Classes.NONE));
  }
}
