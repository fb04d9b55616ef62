package io.riftwatch.ingest.parse;

import io.riftwatch.ingest.extract.WebLink;
import io.riftwatch.ingest.parse.FeedReading.Readable;
import io.riftwatch.ingest.parse.FeedReading.Unreadable;
import io.riftwatch.ingest.parse.FeedText.Format;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads RSS, RDF, Atom and CDF, and whatever mixture of them a document is. */
final class XmlFeed {

  /** What cannot stand in a text, a link or a date: where one of these is not closed, it ends. */
  private static final Set<String> BOUNDS =
      Set.of(
          ("rss feed channel item entry title link guid id description content content:encoded"
                  + " pubdate published updated issued modified created author category comments"
                  + " enclosure dc:date dc:creator dc:subject language image textinput"
                  + " lastbuilddate generator")
              .split(" "));

  private static final int OWN = 0;
  private static final int MODULE = 1;
  private static final int MEDIA = 2;
  private static final int DEEPER = 10;

  private final XmlReader xml;
  private final Limits limits;
  private final FeedDraft feed;
  private final List<String> warnings = new ArrayList<>();
  private Optional<EntryDraft> entry = Optional.empty();
  private Optional<Person> person = Optional.empty();

  private XmlFeed(XmlReader xml, Limits limits, Optional<String> language) {
    this.xml = xml;
    this.limits = limits;
    this.feed = new FeedDraft(language);
  }

  /**
   * Reads a document.
   *
   * @param base what relative addresses are relative to
   * @param language the tag that the HTTP header says it is written in
   */
  static FeedReading read(String document, Limits limits, URI base, Optional<String> language) {
    Repairs repairs = new Repairs();
    XmlFeed reader =
        new XmlFeed(new XmlReader(document, limits, repairs, base, language), limits, language);
    try {
      return reader.read(document, base, repairs);
    } catch (Limits.Exceeded e) {
      return new Unreadable(
          "the document is too much to read: " + e.getMessage(), "tell the outlet");
    }
  }

  private FeedReading read(String document, URI base, Repairs repairs) {
    String root = "";
    boolean goesOn = true;
    while (goesOn) {
      switch (xml.next()) {
        case START -> {
          root = root.isEmpty() ? xml.element().name() : root;
          goesOn = !isFull() && !NoFeed.isPage(root);
          if (goesOn) {
            start(xml.element());
          }
        }
        case END -> end(xml.element());
        case FINISH -> goesOn = false;
      }
    }
    entry.ifPresent(cut -> warnings.add("the entry in which the document breaks off is left out"));
    Optional<FeedFormat> format = feed.format();
    if (format.isEmpty()) {
      return NoFeed.of(root, document, base);
    }
    warnings.addAll(0, repairs.warnings(document));
    return new Readable(feed.feed(format.get(), warnings, !repairs.has(Repair.CUT_SHORT)));
  }

  private boolean isFull() {
    if (feed.size() < limits.entries() || !isEntry(xml.element().meaning())) {
      return false;
    }
    warnings.add(
        "the feed has more than " + limits.entries() + " entries; the further ones are left out");
    return true;
  }

  private static boolean isEntry(String meaning) {
    return meaning.equals("item") || meaning.equals("entry");
  }

  private void start(XmlElement element) {
    switch (element.meaning()) {
      case "rss", "rdf:rdf", "feed", "channel" -> root(element);
      case "item", "entry" -> entry(element);
      case "title" -> title(element, OWN);
      case "dc:title" -> title(element, MODULE);
      case "media:title" -> title(element, MEDIA);
      case "link" -> link(element);
      case "language", "dc:language" -> language(element);
      case "ttl" -> feed.hints().timeToLive(words());
      case "sy:updateperiod" -> feed.hints().updatePeriod(words());
      case "sy:updatefrequency" -> feed.hints().updateFrequency(words());
      case "hour" -> feed.hints().skipHour(words());
      case "day" -> feed.hints().skipDay(words());
      case "image", "textinput", "source", "contributor", "dc:contributor" -> xml.inside(BOUNDS);
      case "subtitle", "tagline", "info", "rights", "copyright", "dc:rights" -> xml.inside(BOUNDS);
      case "itunes:owner", "webmaster", "category", "generator" -> xml.inside(BOUNDS);
      default -> entry.ifPresent(draft -> start(element, draft));
    }
  }

  private void start(XmlElement element, EntryDraft draft) {
    switch (element.meaning()) {
      case "id", "guid" -> identifier(element, draft);
      case "author", "managingeditor", "dc:creator", "dc:author", "itunes:author" ->
          person = Optional.of(new Person());
      case "name", "itunes:name" -> person.ifPresent(someone -> someone.name(words()));
      case "email", "itunes:email" -> person.ifPresent(someone -> someone.email(words()));
      case "pubdate", "published", "issued", "dcterms:issued" -> draft.published(date());
      case "updated", "modified", "lastbuilddate", "dcterms:modified" -> draft.updated(date());
      case "dc:date" -> draft.dated(date());
      case "created", "dcterms:created" -> draft.firstSeen(date());
      case "description", "dc:description" -> draft.summary(text(element, Format.HTML));
      case "summary", "abstract", "itunes:summary" -> draft.summary(text(element, unsaid()));
      case "media:description", "itunes:subtitle" -> draft.caption(text(element, unsaid()));
      case "content", "body", "xhtml:body" -> content(element, draft, unsaid());
      case "content:encoded", "fullitem" -> content(element, draft, Format.HTML);
      default -> {}
    }
  }

  private void end(XmlElement element) {
    switch (element.meaning()) {
      case "item", "entry" ->
          entry
              .filter(draft -> draft.depth() == xml.depth() + 1)
              .ifPresent(
                  draft -> {
                    feed.add(draft.entry());
                    entry = Optional.empty();
                  });
      case "author", "managingeditor", "dc:creator", "dc:author", "itunes:author" -> {
        String words = FeedText.of(element.text(), Format.UNSAID).line();
        entry.ifPresent(
            draft -> person.map(someone -> someone.shown(words)).ifPresent(draft::author));
        person = Optional.empty();
      }
      default -> {}
    }
  }

  private void root(XmlElement element) {
    feed.format(FeedFormat.of(element));
    feed.language(element.language());
    if (element.hasAttributes()) {
      feed.page(element.attribute("href").flatMap(link -> XmlLink.address(element, link)));
    }
  }

  private void entry(XmlElement element) {
    feed.format(FeedFormat.of(element));
    EntryDraft draft = new EntryDraft(xml.depth());
    entry = Optional.of(draft);
    claimed(element, draft);
    if (element.hasAttributes()) {
      element.attribute("rdf:about").ifPresent(id -> draft.guid(id, Integer.MAX_VALUE - 1));
      draft.page(element.attribute("href").flatMap(link -> XmlLink.address(element, link)));
      draft.updated(element.attribute("lastmod").flatMap(FeedDate::read));
    }
  }

  /** A language that an element claims and the feed does not. */
  private void claimed(XmlElement element, EntryDraft draft) {
    if (!element.language().equals(feed.language())) {
      draft.language(element.language());
    }
  }

  private void language(XmlElement element) {
    Optional<String> tag = Optional.of(words());
    entry.ifPresentOrElse(draft -> draft.language(tag), () -> feed.language(tag));
  }

  private void title(XmlElement element, int kind) {
    int rank = kind + DEEPER * xml.depth();
    FeedText title = text(element, unsaid());
    entry.ifPresentOrElse(draft -> draft.title(title, rank), () -> feed.title(title, rank));
  }

  private void identifier(XmlElement element, EntryDraft draft) {
    int depth = xml.depth();
    boolean isLink =
        element.meaning().equals("guid")
            && !element.attribute("ispermalink").filter("false"::equalsIgnoreCase).isPresent();
    String id = words();
    Optional<URI> path = isPath(id) ? XmlLink.address(element, id) : Optional.empty();
    draft.guid(path.map(URI::toString).orElse(id), depth);
    if (isLink) {
      draft.permalink(path.or(() -> WebLink.absolute(id)));
    }
  }

  /** An identifier that is a path means an address; a bare word means itself. */
  private static boolean isPath(String id) {
    return id.startsWith("/") || id.startsWith("./") || id.startsWith("../") || id.startsWith("?");
  }

  private void link(XmlElement element) {
    XmlLink link =
        element.hasAttributes() ? XmlLink.of(element, this::words) : XmlLink.page(element, words());
    entry.ifPresentOrElse(draft -> link.tell(draft), () -> link.tell(feed));
  }

  private void content(XmlElement element, EntryDraft draft, Format otherwise) {
    claimed(element, draft);
    draft.content(text(element, otherwise));
  }

  private FeedText text(XmlElement element, Format otherwise) {
    return TextConstruct.of(element, xml.inside(BOUNDS), otherwise);
  }

  /** Atom means plain text where it does not say; RSS does not know what it means. */
  private Format unsaid() {
    return feed.format().filter(FeedFormat::isAtom).isPresent() ? Format.PLAIN : Format.UNSAID;
  }

  private Optional<Instant> date() {
    return FeedDate.read(words());
  }

  /** The characters within the element that has just begun. */
  private String words() {
    return xml.inside(BOUNDS).words();
  }
}
