package io.riftwatch.ingest.parse;

import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.riftwatch.ingest.extract.HtmlText;
import io.riftwatch.ingest.extract.LanguageCode;
import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** RSS and Atom, read by Rome and brought to the one entry model. */
final class XmlFeed {

  private XmlFeed() {}

  static FeedReading read(XmlProlog prolog, URI base) {
    SyndFeedInput input = new SyndFeedInput(false, Locale.ENGLISH);
    input.setAllowDoctypes(false);
    input.setPreserveWireFeed(true);
    try {
      SyndFeed feed = input.build(new StringReader(prolog.document()));
      return FeedFormat.ofRome(feed.getFeedType())
          .<FeedReading>map(format -> new Readable(document(feed, format, prolog, base)))
          .orElseGet(() -> unknown(prolog));
    } catch (ParsingFeedException e) {
      return broken(e);
    } catch (FeedException | IllegalArgumentException e) {
      return unknown(prolog);
    }
  }

  private static Unreadable broken(ParsingFeedException e) {
    return new Unreadable(
        "the XML breaks off or is malformed at line "
            + e.getLineNumber()
            + ", column "
            + e.getColumnNumber()
            + ": "
            + e.getCause().getMessage(),
        "a feed cut off on its way is read whole at a later poll; else tell the outlet");
  }

  private static Unreadable unknown(XmlProlog prolog) {
    return new Unreadable(
        "this is XML, but no feed: its root element is <" + prolog.root() + ">",
        prolog.root().equals("opml")
            ? "a list of feeds is imported with POST /api/v1/opml"
            : "RSS has <rss> or <rdf:RDF>, Atom has <feed>");
  }

  private static FeedDocument document(
      SyndFeed feed, FeedFormat format, XmlProlog prolog, URI base) {
    Optional<URI> site =
        page(feed.getLinks(), feed.getLink()).flatMap(link -> WebLink.resolve(base, link));
    Optional<String> language =
        Stream.of(present(feed.getLanguage()), prolog.language())
            .flatMap(Optional::stream)
            .flatMap(tag -> LanguageCode.of(tag).stream())
            .findFirst();
    List<Entry> entries = feed.getEntries().stream().map(e -> entry(e, format, base)).toList();
    return new FeedDocument(
        format,
        HtmlText.oneLine(title(feed.getTitleEx())),
        site,
        language,
        FeedHints.NONE,
        entries,
        List.of());
  }

  private static Entry entry(SyndEntry entry, FeedFormat format, URI base) {
    String content =
        entry.getContents().stream().map(XmlFeed::text).collect(Collectors.joining("\n\n"));
    return new Entry(
        guid(entry, format),
        page(entry.getLinks(), entry.getLink()).flatMap(link -> WebLink.resolve(base, link)),
        title(entry.getTitleEx()),
        instant(entry.getPublishedDate()),
        instant(entry.getUpdatedDate()),
        present(entry.getAuthor()),
        Optional.empty(),
        text(entry.getDescription()),
        content);
  }

  /**
   * Rome takes the link for an RSS item that has no guid; that is no identifier of the outlet's.
   */
  private static Optional<String> guid(SyndEntry entry, FeedFormat format) {
    if (entry.getWireEntry() instanceof Item item && format != FeedFormat.RSS_1_0) {
      return Optional.ofNullable(item.getGuid()).map(Guid::getValue).flatMap(XmlFeed::present);
    }
    return present(entry.getUri());
  }

  /** Atom has several links; the page is the one marked as alternate, which is the default. */
  private static Optional<String> page(List<SyndLink> links, String only) {
    return links.stream()
        .filter(link -> link.getRel() == null || link.getRel().equals("alternate"))
        .map(SyndLink::getHref)
        .findFirst()
        .or(() -> Optional.ofNullable(only).filter(link -> links.isEmpty()))
        .flatMap(XmlFeed::present);
  }

  private static String title(SyndContent title) {
    return HtmlText.oneLine(text(title));
  }

  /** Atom's type "text" is meant literally (RFC 4287, 3.1.1.1); all else may hold HTML. */
  private static String text(SyndContent content) {
    if (content == null || content.getValue() == null) {
      return "";
    }
    return "text".equals(content.getType())
        ? HtmlText.tidy(content.getValue())
        : HtmlText.of(content.getValue());
  }

  private static Optional<String> present(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<Instant> instant(Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
