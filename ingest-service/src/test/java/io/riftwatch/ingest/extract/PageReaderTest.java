package io.riftwatch.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

  private static final PageReader READER = new PageReader(new PageLimits(4_000_000, 200_000));
  private static final URI URL = URI.create("https://outlet.example/monde/mali.html?xtor=RSS-1");

  private static final String STORY =
      """
      <p>Les autorités maliennes ont déclaré jeudi cinq membres de l'ambassade de France personae
      non gratae, a annoncé le ministère des affaires étrangères à Bamako.</p>
      <p>Paris a répondu en suspendant sa coopération antiterroriste avec le Mali et en donnant
      quarante-huit heures à deux agents de l'ambassade malienne pour quitter le territoire.</p>
      <p class="x">Lire aussi : Sahel, dix ans de présence française</p>
      <p>Le Quai d'Orsay dénonce des accusations sans fondement.</p>
      """;

  private static final String BANNER_TEXT =
      """
      <p>Avec votre accord, nos partenaires et nous utilisons des cookies ou des technologies
      similaires pour stocker, consulter et traiter des données personnelles.</p>
      <p>Vous pouvez retirer votre consentement ou vous opposer aux traitements fondés sur
      l'intérêt légitime à tout moment en cliquant sur Paramétrer ou dans notre politique de
      confidentialité.</p>
      <p>Mesure d'audience, publicités personnalisées, contenu et développement de produits.</p>
      """
          .repeat(4);

  private static String page(String before, String story, String after) {
    return """
        <html lang="fr-FR"><head><title>Mali - Outlet</title>
        <link rel="canonical" href="/monde/mali.html">
        <meta property="og:title" content="Le Mali expulse cinq diplomates">
        <meta property="article:published_time" content="2025-09-18T10:00:00+02:00"></head>
        <body class="cookie-consent-open">%s
        <nav><ul><li>Accueil</li><li>Politique</li><li>Sport</li></ul></nav>
        %s
        <footer>Mentions légales</footer>%s</body></html>"""
        .formatted(before, story, after);
  }

  private static Page read(String html) {
    return READER.read(html.getBytes(StandardCharsets.UTF_8), "text/html", URL);
  }

  private static void assertIsTheStoryAlone(String text) {
    assertTrue(text.startsWith("Les autorités maliennes"), text);
    assertTrue(text.endsWith("sans fondement."), text);
    assertTrue(text.contains("Bamako.\n\nParis a répondu"), text);
    assertFalse(text.contains("Lire aussi"), text);
  }

  @Test
  void aPageSaysWhatItIs() {
    Page page = read(page("", "<article><h1>Mali</h1>" + STORY + "</article>", ""));

    assertEquals(URI.create("https://outlet.example/monde/mali.html"), page.canonicalUrl());
    assertEquals("Le Mali expulse cinq diplomates", page.title());
    assertEquals(Optional.of("fr"), page.language());
    assertEquals(Optional.of(Instant.parse("2025-09-18T08:00:00Z")), page.publishedAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div id=\"didomi-host\">%s</div>",
        "<div class=\"q7f\"><div class=\"z1\">%s<button>Tout accepter</button></div></div>",
        "<section role=\"dialog\">%s</section>",
        "<div class=\"site-cookie-bar\">%s</div>"
      })
  void aConsentBannerIsNotReadBeforeOrBehindTheStory(String banner) {
    String filled = banner.formatted(BANNER_TEXT);

    for (String html :
        new String[] {
          page(filled, "<article><h1>Le Mali expulse</h1>" + STORY + "</article>", ""),
          page("", "<article>" + STORY + "</article>", filled),
          page("", "<div class=\"main-col\">" + STORY + filled + "</div>", ""),
          page("", "<article>" + STORY + filled + "</article>", "")
        }) {
      assertIsTheStoryAlone(read(html).text());
    }
  }

  @Test
  void theArticleBodyOfJsonLdIsTaken() {
    String markup =
        """
        <script type="application/ld+json">{"@graph": [{"@type": "Organization"},
          {"@type": ["NewsArticle"], "headline": "H", "datePublished": "2025-09-18T07:00:00Z",
           "articleBody": "Les autorités maliennes ont expulsé cinq diplomates.\\n\\nParis répond."}]}
        </script>""";

    Page page = read(page(markup, "<div>Chargement</div>", ""));

    assertEquals(
        "Les autorités maliennes ont expulsé cinq diplomates.\n\nParis répond.", page.text());
    assertEquals(Optional.of(Instant.parse("2025-09-18T07:00:00Z")), page.publishedAt());
  }

  @Test
  void aTeaserInJsonLdDoesNotReplaceThePage() {
    String markup =
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"Les\"}"
            + "</script><script type=\"application/ld+json\">{broken</script>";

    assertIsTheStoryAlone(read(page(markup, "<article>" + STORY + "</article>", "")).text());
  }

  @Test
  void aMarkedBodyIsTaken() {
    String story =
        "<div><p>Chapeau d'une autre rubrique du site qui n'est pas de cet article.</p></div>"
            + "<div itemprop=\"articleBody\">"
            + STORY
            + "</div>";

    assertIsTheStoryAlone(read(page("", story, "")).text());
  }

  @Test
  void aPageWithoutWordsHasNoText() {
    assertEquals("", read("").text());
    assertEquals("", read("<html><body><img src=x></body></html>").text());
  }
}
