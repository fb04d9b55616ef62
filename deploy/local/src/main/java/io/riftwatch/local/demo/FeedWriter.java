package io.riftwatch.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.net.URI;
import java.util.Date;
import java.util.List;

/** Writes an outlet's feed in the outlet's format. */
final class FeedWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI site;

  FeedWriter(URI site) {
    this.site = site;
  }

  String write(Outlet outlet, List<Item> newestFirst) {
    return switch (outlet.format()) {
      case RSS -> xml("rss_2.0", outlet, newestFirst);
      case ATOM -> xml("atom_1.0", outlet, newestFirst);
      case JSON -> json(outlet, newestFirst);
    };
  }

  private String xml(String type, Outlet outlet, List<Item> items) {
    SyndFeed feed = new SyndFeedImpl();
    feed.setFeedType(type);
    feed.setTitle(outlet.name());
    feed.setLink(site.resolve("/" + outlet.id() + "/").toString());
    feed.setUri(feed.getLink());
    feed.setDescription(outlet.name());
    feed.setLanguage(outlet.language());
    feed.setEntries(items.stream().map(this::entry).toList());
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("the feed of " + outlet.id() + " cannot be written", e);
    }
  }

  private SyndEntry entry(Item item) {
    SyndEntry entry = new SyndEntryImpl();
    entry.setTitle(item.title());
    entry.setUri(site.resolve(item.path()).toString());
    entry.setLink(site.resolve(item.path()).toString());
    entry.setPublishedDate(Date.from(item.publishedAt()));
    entry.setDescription(content("text/plain", item.summary()));
    if (item.outlet().content() == Outlet.Content.FULL) {
      entry.setContents(List.of(content("html", PageWriter.paragraphs(item.text()))));
    }
    return entry;
  }

  private static SyndContent content(String type, String value) {
    SyndContent content = new SyndContentImpl();
    content.setType(type);
    content.setValue(value);
    return content;
  }

  private String json(Outlet outlet, List<Item> items) {
    ObjectNode feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", outlet.name());
    feed.put("home_page_url", site.resolve("/" + outlet.id() + "/").toString());
    feed.put("language", outlet.language());
    ArrayNode entries = feed.putArray("items");
    for (Item item : items) {
      ObjectNode entry = entries.addObject();
      entry.put("id", site.resolve(item.path()).toString());
      entry.put("url", site.resolve(item.path()).toString());
      entry.put("title", item.title());
      entry.put("date_published", item.publishedAt().toString());
      entry.put("summary", item.summary());
      if (outlet.content() == Outlet.Content.FULL) {
        entry.put("content_html", PageWriter.paragraphs(item.text()));
      } else {
        entry.put("content_text", item.summary());
      }
    }
    return feed.toString();
  }
}
