package io.riftwatch.ingest.extract;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the article out of a web page: its text without everything around it. */
public final class PageReader {

  private final PageLimits limits;

  public PageReader(PageLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a page; what is no page has no text.
   *
   * @param body the bytes as they came
   * @param contentType the HTTP header's value, empty where there was none
   * @param url where the page was found
   */
  public Page read(byte[] body, String contentType, URI url) {
    Document page = Jsoup.parse(html(body, contentType), url.toString());
    MetaTags meta = MetaTags.of(page);
    ArticleMarkup markup = ArticleMarkup.of(page);
    String title = PageTitle.of(page, meta, markup, url);
    return new Page(
        url,
        CanonicalLink.of(page, meta, url),
        title,
        ArticleText.of(
            PageTree.of(page.body(), limits.nodes()),
            title,
            meta.get("og:description").or(() -> meta.get("description")),
            markup.body()),
        PageLanguage.of(page, meta, markup),
        Byline.of(page, meta, markup),
        PageTimes.published(page, meta, markup, url),
        PageTimes.modified(page, meta, markup));
  }

  private String html(byte[] body, String contentType) {
    String html = TextEncoding.decode(body, contentType).text();
    return html.length() <= limits.characters() ? html : html.substring(0, limits.characters());
  }
}
