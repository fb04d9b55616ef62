package io.riftwatch.ingest.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  private static final Languages LANGUAGES = new Languages();

  /** What written text hardly tells apart: a claim decides, and without one either is an answer. */
  private static final Set<Set<String>> TWINS = Set.of(Set.of("id", "ms"), Set.of("af", "nl"));

  private static String of(String title, String text, String claimed) {
    Optional<String> claim = Optional.ofNullable(claimed).filter(c -> !c.isEmpty());
    return LANGUAGES.of(title, text, claim).orElse("und");
  }

  private static boolean areTwins(String a, String b) {
    return TWINS.stream().anyMatch(twins -> twins.contains(a) && twins.contains(b));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/language/sentences.tsv", delimiter = '\t')
  void aSentenceIsToldWithoutAnyClaim(String language, String sentence) {
    String told = of("", sentence, "");

    assertEquals(language, areTwins(language, told) ? language : told);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/language/sentences.tsv", delimiter = '\t')
  void aWrongClaimDoesNotHide(String language, String sentence) {
    for (String claim : new String[] {"en", "fr", "de", "es", "pt", "nl", "ru", "ar", "zh", "tr"}) {
      if (!areTwins(language, claim)) {
        assertEquals(
            language,
            areTwins(language, of("", sentence, claim)) ? language : of("", sentence, claim),
            claim);
      }
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/language/sentences.tsv", delimiter = '\t')
  void aRightClaimStands(String language, String sentence) {
    assertEquals(language, of("", sentence, language));
  }

  @ParameterizedTest
  @CsvSource({
    "sr, Ministarstvo spoljnih poslova pozvalo je ambasadora i uručilo mu protestnu notu zbog izjava o granici",
    "bs, Ministarstvo vanjskih poslova pozvalo je ambasadora i uručilo mu protestnu notu zbog izjava o granici",
    "no, Utenriksdepartementet kalte inn ambassadøren og overleverte en protestnote etter uttalelsene forrige uke",
    "nn, Utanriksdepartementet kalla inn ambassadøren og overleverte ein protestnote etter fråsegnene førre veke",
    "id, Kementerian Luar Negeri memanggil duta besar dan menyerahkan nota protes atas pernyataan pekan lalu",
    "ha, Ma'aikatar harkokin waje ta kira jakadan ta mika masa takardar nuna rashin amincewa da kalaman makon jiya",
    "am, የውጭ ጉዳይ ሚኒስቴር አምባሳደሩን ጠርቶ ባለፈው ሳምንት ስለ ድንበሩ ለተናገሩት ንግግር የተቃውሞ ደብዳቤ ሰጣቸው"
  })
  void aClaimDecidesWhereTheTextCannot(String claimed, String text) {
    assertEquals(claimed, of("", text, claimed));
  }

  @ParameterizedTest
  @CsvSource({
    "fr, Mali, fr",
    "en, Ambassador expelled from Mali, en",
    "pt, Bolsa fecha em alta, pt",
    "'', Mali, und",
    "'', AFP 2025, und",
    "'', Ambassador expelled from Mali, und",
    "'', Посольство Франции объявило о высылке дипломатов, ru",
    "'', 法国暂停与马里的反恐合作, zh",
    "en, Посольство Франции объявило о высылке дипломатов, ru",
    "fr, 法国暂停与马里的反恐合作, zh",
    "en, السفير الفرنسي يغادر مالي, ar",
    "ru, L'ambassadeur de France expulsé du Mali hier, fr"
  })
  void aShortTextIsWhatIsClaimedUnlessItsLettersSayElse(String claimed, String title, String told) {
    assertEquals(told, of(title, "", claimed));
  }

  @ParameterizedTest
  @CsvSource({"iw, he", "in, id", "ji, yi", "mo, ro"})
  void aCodeThatWasGivenUpIsItsSuccessor(String claimed, String told) {
    assertEquals(told, of("", "", claimed));
  }

  @Test
  void eachArticleOfAFeedInTwoLanguagesIsToldByItself() {
    String english =
        "The foreign ministry summoned the ambassador and handed him a note of protest.";
    String french = "Le ministère des Affaires étrangères a convoqué l'ambassadeur et protesté.";

    assertEquals("en", of("Note of protest", english, "fr"));
    assertEquals("fr", of("Note de protestation", french, "fr"));
  }

  @Test
  void whatHasNoWordsIsWhatIsClaimed() {
    assertEquals("fr", of("2025", "1 2 3", "fr"));
    assertEquals("und", of("2025", "1 2 3", ""));
  }
}
