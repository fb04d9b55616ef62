package io.riftwatch.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  private static final String WIRE =
      """
      The Malian authorities have declared five members of the French embassy in Bamako personae
      non gratae and ordered them to leave the country, the foreign ministry said on Thursday.

      Paris rejected the accusations as baseless. The French foreign ministry said it had suspended
      its counter-terrorism cooperation with Mali until further notice and had told two members of
      the Malian embassy to leave France within forty-eight hours.

      Relations between the former colonial power and the junta have worsened since the coup of
      2020. French troops left the country two years later, and Bamako has turned to Moscow for
      military help against armed groups in the north. The United Nations mission closed at the
      end of 2023.

      The two governments had until now kept their embassies open. Diplomats in the region said the
      measures would complicate the release of a French national held in Bamako since August on
      suspicion of plotting against the state, a charge that Paris denies.
      """;

  private static final String OTHER =
      """
      France will no longer share intelligence on armed groups with Mali and is sending home two
      Malian diplomats, officials announced in Paris, a day after the military government in Bamako
      told five embassy staff that they were unwelcome.

      The tit-for-tat follows the arrest last month of a Frenchman whom the junta accuses of
      preparing a putsch. The Quai d'Orsay calls him an embassy employee protected by the Vienna
      Convention and demands that he be freed at once.

      Analysts in Dakar expect neither side to give way soon. Mali's rulers, who have courted Russia
      since French soldiers withdrew, gain from a quarrel with the old coloniser, said one; France
      has few levers left in the Sahel, said another.
      """;

  private static int distance(String a, String b) {
    return Long.bitCount(Fingerprint.of(a).bits() ^ Fingerprint.of(b).bits());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BAMAKO, Sept 18 (Agency) - %s",
        "%s\n\nReporting by our correspondents in Bamako and Paris",
        "By Jane Doe, Africa correspondent\n\n%s\n\n© 2025 The Daily Example"
      })
  void aCopyUnderAnotherBylineDiffersInFewBits(String frame) {
    assertTrue(distance(WIRE, frame.formatted(WIRE)) <= 10);
  }

  @Test
  void anotherTextOnTheSameEventDiffersInAboutHalfOfTheBits() {
    int distance = distance(WIRE, OTHER);

    assertTrue(distance >= 20 && distance <= 44, "distance " + distance);
  }

  @Test
  void caseAccentsPunctuationAndSpacingDoNotCount() {
    assertEquals(0, distance("L'été, à Paris: un État dénonce", "l ete a  PARIS un etat denonce"));
  }

  @Test
  void scriptsWithoutSpacesAreComparedByCharacter() {
    String chinese = "马里宣布五名法国使馆人员为不受欢迎的人并要求他们离境法国随后暂停与马里的反恐合作";

    assertTrue(distance(chinese, "新华社电" + chinese) <= 16);
    assertTrue(distance(chinese, "今天全国大部分地区天气晴朗气温回升适合外出旅游和户外运动请注意防晒") >= 20);
  }

  @Test
  void theFingerprintOfATextIsTheSameInEveryVersion() {
    assertEquals("0000000000000000", Fingerprint.of("").hex().replaceAll("[0-9a-f]", "0"));
    assertEquals(Fingerprint.of("one two three").hex(), Fingerprint.of("One, two; three!").hex());
  }

  @Property
  void aFingerprintIsSixteenHexDigitsAndTheSameEachTime(@ForAll String text) {
    Fingerprint fingerprint = Fingerprint.of(text);

    assertTrue(fingerprint.hex().matches("[0-9a-f]{16}"));
    assertEquals(fingerprint, Fingerprint.of(text));
  }
}
