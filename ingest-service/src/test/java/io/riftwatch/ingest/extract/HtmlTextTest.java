package io.riftwatch.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '<p>One</p><p>Two</p>'                   | 'One~~Two'
          '<div>One<div>Two</div>Three</div>'      | 'One~~Two~~Three'
          'One<br>Two<br/><br/>Three'              | 'One~Two~~Three'
          '<ul><li>One</li><li>Two</li></ul>'      | 'One~Two'
          'A&nbsp;&eacute;&amp;B'                  | 'A é&B'
          'plain & simple, 1 < 2'                  | 'plain & simple, 1 < 2'
          '<p>a <b>b</b>c</p><script>x()</script>' | 'a bc'
          '<style>p{}</style><p> a   b </p>'       | 'a b'
          'ambas&shy;sadeur, é&shy;&#173;é'        | 'ambassadeur, éé'
          '<p>ambas&shy;sa­deur &shy; é­é</p>'       | 'ambassadeur éé'
          ''                                       | ''
          """)
  void htmlBecomesParagraphsOfPlainText(String html, String text) {
    assertEquals(text.replace('~', '\n'), HtmlText.of(html));
  }

  @Property
  void noTextKeepsThreeLineBreaksOrSpacesAtItsEnds(@ForAll String any) {
    String text = HtmlText.of(any);

    assertFalse(text.contains("\n\n\n"));
    assertEquals(text.strip(), text);
  }
}
