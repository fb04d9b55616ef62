package io.riftwatch.local.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes an item's page as outlets do: the article between navigation, teasers and a consent
 * banner.
 */
final class PageWriter {

  private final Corpus corpus;

  PageWriter(Corpus corpus) {
    this.corpus = corpus;
  }

  String write(Item item, List<Item> teasers) {
    Outlet outlet = item.outlet();
    return """
        <!DOCTYPE html>
        <html lang="%s" dir="%s">
        <head>
        <meta charset="utf-8">
        <title>%s | %s</title>
        <meta property="og:site_name" content="%s">
        <meta property="article:published_time" content="%s">
        <link rel="canonical" href="%s">
        </head>
        <body>
        <header><nav><ul><li><a href="/">%s</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        <main>
        <article>
        <h1>%s</h1>
        <p class="byline">%s</p>
        %s
        </article>
        <aside class="related"><ul>%s</ul></aside>
        </main>
        <div id="consent-banner" class="cookie-consent" role="dialog">%s<button>OK</button></div>
        <footer><p>&copy; %s</p></footer>
        </body>
        </html>
        """
        .formatted(
            outlet.language(),
            outlet.language().equals("ar") ? "rtl" : "ltr",
            escaped(item.title()),
            escaped(outlet.name()),
            escaped(outlet.name()),
            item.publishedAt(),
            item.path(),
            escaped(outlet.name()),
            escaped(item.title()),
            escaped(item.byline()),
            paragraphs(item.text()),
            teasers.stream().map(PageWriter::teaser).collect(Collectors.joining()),
            paragraphs(corpus.bannerOf(outlet)),
            escaped(outlet.name()));
  }

  static String paragraphs(String text) {
    return Arrays.stream(text.split("\\n\\s*\\n"))
        .map(p -> "<p>" + escaped(p.strip()) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String teaser(Item item) {
    return "<li><a href=\"" + item.path() + "\">" + escaped(item.title()) + "</a></li>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
