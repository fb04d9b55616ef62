package io.riftwatch.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageReaderBoundsTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  /** Takes something out of a page, or puts something in. */
  record Mutation(double at, double length, String inserted) {

    String of(String html) {
      int from = (int) (at * html.length());
      int to = Math.min(html.length(), from + (int) (length * length * html.length()));
      return html.substring(0, from) + inserted + html.substring(to);
    }
  }

  static Stream<String> monsters() {
    String paragraph = "<p>Two attachés have been told to leave within two days, it was said.</p>";
    return Stream.of(
        "<div>".repeat(200_000) + paragraph,
        "<table><tr><td>".repeat(60_000) + paragraph,
        "<b><i>".repeat(60_000) + paragraph,
        "<ul><li>".repeat(100_000) + paragraph,
        "<article><h1>x</h1>".repeat(30_000) + paragraph,
        "<div class=\"entry-content share-bar\">words</div>".repeat(60_000),
        "<nav>".repeat(50_000) + paragraph + "</nav>".repeat(50_000),
        paragraph.repeat(30_000),
        "<a href=x>link</a> ".repeat(60_000),
        "<div class=\"" + "a-b ".repeat(200_000) + "\">" + paragraph + "</div>",
        "<script type=\"application/ld+json\">" + "[".repeat(500_000) + "</script>",
        "<title>" + "a | ".repeat(200_000) + "</title>" + paragraph,
        paragraph + "<h2>" + "» ".repeat(300_000) + "</h2>");
  }

  @ParameterizedTest
  @MethodSource("monsters")
  void aMonstrousPageIsReadInBoundedTime(String html) {
    assertTimeout(LONG, () -> read(GoldenPages.READER, html));
  }

  @Test
  void whatComesBehindTheLimitsIsNotRead() {
    PageReader hasty = new PageReader(new PageLimits(4_000_000, 20));
    String html =
        "<article>"
            + "<p>The ambassador was recalled for consultations on Monday morning.</p>".repeat(50)
            + "</article>";

    String text = read(hasty, html).text();

    assertFalse(text.isEmpty());
    assertTrue(text.length() < html.length() / 4, text);
  }

  @Property(tries = 400)
  void noPageMakesTheReaderThrow(@ForAll("mutatedPages") String html) {
    String text = read(GoldenPages.READER, html).text();

    assertEquals(HtmlText.tidy(text), text);
  }

  @Property(tries = 200)
  void noBytesMakeTheReaderThrow(@ForAll byte[] body, @ForAll String contentType) {
    Page page = GoldenPages.READER.read(body, contentType, GoldenPages.URL);

    assertEquals(GoldenPages.URL, page.url());
  }

  @Provide
  Arbitrary<String> mutatedPages() {
    Arbitrary<String> page =
        Arbitraries.of(GoldenPages.names())
            .map(name -> new String(GoldenPages.html(name), StandardCharsets.UTF_8));
    Arbitrary<Double> share = Arbitraries.doubles().between(0, 1);
    Arbitrary<String> inserted =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.of(
                "<div>",
                "</div>",
                "<article>",
                "<",
                "\"",
                "&#xD800;",
                "</p>",
                "<table><td>",
                "<!--",
                "<script>",
                "<base href='::'>",
                "<link rel=canonical href='http://['>",
                "<time datetime='9999999999-99-99'>",
                "<meta property=og:title content='|'>",
                "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[[]]}"));
    Arbitrary<List<Mutation>> mutations =
        Combinators.combine(share, share, inserted).as(Mutation::new).list().ofMaxSize(6);
    return Combinators.combine(page, mutations).as(PageReaderBoundsTest::mutated);
  }

  private static String mutated(String html, List<Mutation> mutations) {
    String mutated = html;
    for (Mutation mutation : mutations) {
      mutated = mutation.of(mutated);
    }
    return mutated;
  }

  private static Page read(PageReader reader, String html) {
    return reader.read(
        html.getBytes(StandardCharsets.UTF_8), "text/html", URI.create("https://o.example/a.html"));
  }
}
