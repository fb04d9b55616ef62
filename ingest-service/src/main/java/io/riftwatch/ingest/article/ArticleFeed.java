package io.riftwatch.ingest.article;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import io.riftwatch.ingest.contract.Article;
import java.util.Date;
import java.util.List;

/** Writes articles as an Atom feed (RFC 4287), for those who follow them in a feed reader. */
final class ArticleFeed {

  private static final String ID = "urn:riftwatch:article:";
  private static final String PLAIN = "text";

  private ArticleFeed() {}

  /**
   * The feed as a document.
   *
   * @param id the same for the same question, whichever replica answers it
   * @param title what it is called
   * @param articles the last seen first
   */
  static String of(String id, String title, List<Article> articles) {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType("atom_1.0");
    feed.setTitle(title);
    feed.setUri(id);
    feed.setPublishedDate(articles.isEmpty() ? new Date(0) : Date.from(articles.get(0).seenAt()));
    feed.setEntries(articles.stream().map(ArticleFeed::entry).toList());
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("articles hold no text that XML forbids", e);
    }
  }

  private static SyndEntry entry(Article article) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setUri(ID + article.id());
    entry.setTitle(article.title());
    entry.setLink(article.url().toString());
    entry.setAuthor(article.outlet());
    entry.setPublishedDate(Date.from(article.publishedAt()));
    entry.setUpdatedDate(Date.from(article.seenAt()));
    entry.setContents(List.of(text(article.text())));
    return entry;
  }

  private static SyndContent text(String value) {
    SyndContent content = new SyndContentImpl();
    content.setType(PLAIN);
    content.setValue(value);
    return content;
  }
}
