package io.riftwatch.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFactsTest {

  private static final URI URL =
      URI.create("https://www.outlet.example/world/2025/06/03/mali.html");

  private static Page read(String head, String body) {
    String html = "<html><head>" + head + "</head><body>" + body + "</body></html>";
    return GoldenPages.READER.read(html.getBytes(StandardCharsets.UTF_8), "text/html", URL);
  }

  private static String jsonLd(String json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "2025-06-03T10:00:00+02:00 => 2025-06-03T08:00:00Z",
        "2025-06-03T10:00:00.123Z => 2025-06-03T10:00:00Z",
        "2025-06-03T10:00:00+0200 => 2025-06-03T08:00:00Z",
        "2025-06-03T10:00+02:00 => 2025-06-03T08:00:00Z",
        "2025-06-03 10:00:00 => 2025-06-03T10:00:00Z",
        "2025-06-03 10:00:00 UTC => 2025-06-03T10:00:00Z",
        "2025-06-03 => 2025-06-03T00:00:00Z",
        "20250603T100000Z => 2025-06-03T10:00:00Z",
        "20250603 => 2025-06-03T00:00:00Z",
        "1748944800 => 2025-06-03T10:00:00Z",
        "1748944800000 => 2025-06-03T10:00:00Z",
        "Tue, 03 Jun 2025 10:00:00 GMT => 2025-06-03T10:00:00Z",
        "Tue, 3 Jun 2025 10:00:00 +0200 => 2025-06-03T08:00:00Z",
        "June 3, 2025 => 2025-06-03T00:00:00Z",
        "Jun 3, 2025 10:00 am => 2025-06-03T10:00:00Z",
        "3 June 2025 => 2025-06-03T00:00:00Z",
        "03.06.2025 10:00 => 2025-06-03T10:00:00Z",
        "2025/06/03 10:00 => 2025-06-03T10:00:00Z",
        "2025年6月3日 10:00 => 2025-06-03T10:00:00Z"
      })
  void aDateIsReadInTheFormsThatPagesUse(String written, Instant meant) {
    Page page = read("<meta property=\"article:published_time\" content=\"" + written + "\">", "");

    assertEquals(Optional.of(meant), page.publishedAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "0001-01-01T00:00:00Z", "2025-13-41", "99999999999", ""})
  void whatIsNoDateIsPassedOver(String written) {
    Page page =
        read(
            "<meta property=\"article:published_time\" content=\"" + written + "\">",
            "<time datetime=\"2025-06-03T10:00:00Z\">3 June</time>");

    assertEquals(Optional.of(Instant.parse("2025-06-03T10:00:00Z")), page.publishedAt());
  }

  @Test
  void theDayInAnAddressIsTheLastToBeAsked() {
    assertEquals(Optional.of(Instant.parse("2025-06-03T00:00:00Z")), read("", "").publishedAt());
  }

  @Test
  void anEditedPageSaysWhen() {
    Page page =
        read(jsonLd("{\"@type\":\"NewsArticle\",\"dateModified\":\"2025-06-04T09:00:00Z\"}"), "");

    assertEquals(Optional.of(Instant.parse("2025-06-04T09:00:00Z")), page.modifiedAt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "/world/2025/06/03/mali => https://www.outlet.example/world/2025/06/03/mali",
        "https://m.outlet.example/mali => https://m.outlet.example/mali",
        "https://wire.example/story/1 => https://wire.example/story/1",
        "https://www.outlet.example/ => https://www.outlet.example/world/2025/06/03/mali.html",
        "https://www.outlet.example => https://www.outlet.example/world/2025/06/03/mali.html",
        "https://other.example/ => https://www.outlet.example/world/2025/06/03/mali.html",
        "javascript:void(0) => https://www.outlet.example/world/2025/06/03/mali.html",
        "http://[ => https://www.outlet.example/world/2025/06/03/mali.html"
      })
  void aCanonicalLinkIsBelievedUnlessItNamesAFrontPage(String link, URI canonical) {
    assertEquals(
        canonical, read("<link rel=\"canonical\" href=\"" + link + "\">", "").canonicalUrl());
  }

  @Test
  void theAddressForSharingStandsInForACanonicalLinkThatIsNotBelieved() {
    Page page =
        read(
            "<link rel=canonical href=\"/\"><meta property=\"og:url\" content=\"/world/mali\">",
            "");

    assertEquals(URI.create("https://www.outlet.example/world/mali"), page.canonicalUrl());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "Mali expels five - The Harbour Post => Mali expels five",
        "The Harbour Post | Mali expels five => Mali expels five",
        "Mali expels five | World | outlet.example => Mali expels five | World",
        "Mali - five expelled => Mali - five expelled",
        "Mali: five expelled => Mali: five expelled"
      })
  void aTitleDoesNotNameTheOutlet(String written, String title) {
    Page page =
        read(
            "<meta property=\"og:site_name\" content=\"The Harbour Post\">"
                + "<meta property=\"og:title\" content=\""
                + written
                + "\">",
            "");

    assertEquals(title, page.title());
  }

  @Test
  void aTitleThatOnlyNamesTheOutletGivesWayToTheHeading() {
    Page page =
        read(
            "<meta property=\"og:site_name\" content=\"Post\"><meta property=\"og:title\""
                + " content=\"Post\">",
            "<h1>Mali expels five</h1>");

    assertEquals("Mali expels five", page.title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "{'@type':'NewsArticle','author':'By Jane Rowe'} => Jane Rowe",
        "{'@type':'NewsArticle','author':{'@type':'Person','name':'Jane Rowe'}} => Jane Rowe",
        "{'@type':'NewsArticle','author':[{'name':'Jane Rowe'},{'name':'AFP'}]} => Jane Rowe, AFP",
        "{'@graph':[{'@type':'Article','author':{'@id':'#j'}},{'@id':'#j','name':'Jane'}]} => Jane",
        "{'@type':['Report','Article'],'author':['https://x.example/jane','Jane']} => Jane"
      })
  void anAuthorIsReadHoweverJsonLdNamesHim(String json, String author) {
    assertEquals(Optional.of(author), read(jsonLd(json.replace('\'', '"')), "").author());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "<div class=byline>Par Anne Leroy | publié hier</div> => Anne Leroy",
        "<a rel=author href=/a>Anne Leroy</a> => Anne Leroy",
        "<span itemprop=author><b itemprop=name>Anne Leroy</b> à Paris</span> => Anne Leroy",
        "<p class=author-name>Anne Leroy</p> => Anne Leroy"
      })
  void anAuthorIsReadOffThePage(String body, String author) {
    assertEquals(Optional.of(author), read("", body).author());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "<meta property='og:locale' content='pt_BR'> => pt",
        "<meta http-equiv='Content-Language' content='uk'> => uk",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"inLanguage\":\"ar-EG\"}</script> => ar",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"inLanguage\":{\"name\":\"fr\"}}</script> => fr"
      })
  void aLanguageIsClaimedInManyPlaces(String head, String language) {
    assertEquals(Optional.of(language), read(head, "").language());
  }
}
