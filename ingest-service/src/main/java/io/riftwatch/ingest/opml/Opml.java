package io.riftwatch.ingest.opml;

import io.riftwatch.ingest.extract.TextEncoding;
import io.riftwatch.ingest.opml.OpmlReading.NotOpml;
import io.riftwatch.ingest.opml.OpmlReading.Outlines;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Reads and writes lists of feeds in OPML 2.0 (opml.org/spec2.opml). */
final class Opml {

  /** The namespace of what OPML has no word for: {@code outlet}, {@code pollInterval} ... */
  static final String NAMESPACE = "urn:riftwatch:opml";

  private static final String PREFIX = "riftwatch";

  private Opml() {}

  /** Reads a body; entities of its own are not resolved. */
  static OpmlReading read(byte[] body) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    String text = TextEncoding.decode(body, "").text().strip();
    try {
      return outlines(factory.createXMLStreamReader(new StringReader(text)));
    } catch (XMLStreamException e) {
      return new NotOpml(
          "the body is no well-formed XML: it breaks at line "
              + e.getLocation().getLineNumber()
              + ", column "
              + e.getLocation().getColumnNumber());
    }
  }

  private static OpmlReading outlines(XMLStreamReader xml) throws XMLStreamException {
    xml.nextTag();
    if (!xml.getLocalName().equals("opml")) {
      return new NotOpml(
          "the body is no OPML: its root element is <"
              + xml.getLocalName()
              + "> and not <opml>; a single feed is followed with POST /api/v1/feeds");
    }
    List<Outline> feeds = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("outline")) {
        Outline outline = new Outline(xml.getLocation().getLineNumber(), attributes(xml));
        if (!outline.get("xmlUrl").isEmpty()) {
          feeds.add(outline);
        }
      }
    }
    return new Outlines(feeds);
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      boolean isOurs = NAMESPACE.equals(xml.getAttributeNamespace(i));
      String name = xml.getAttributeLocalName(i);
      attributes.put(
          isOurs ? PREFIX + ":" + name : name.equalsIgnoreCase("xmlUrl") ? "xmlUrl" : name,
          xml.getAttributeValue(i));
    }
    return attributes;
  }

  /** Writes feeds as a document; attributes without value are left out. */
  static String write(List<Map<String, String>> feeds) {
    StringWriter document = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      xml.writeNamespace(PREFIX, NAMESPACE);
      xml.writeCharacters("\n  ");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters("Riftwatch feeds");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeCharacters("\n  ");
      xml.writeStartElement("body");
      for (Map<String, String> feed : feeds) {
        writeOutline(xml, feed);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndDocument();
      return document.append('\n').toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
  }

  private static void writeOutline(XMLStreamWriter xml, Map<String, String> feed)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeEmptyElement("outline");
    for (Map.Entry<String, String> attribute : feed.entrySet()) {
      if (attribute.getValue() != null && !attribute.getValue().isEmpty()) {
        xml.writeAttribute(attribute.getKey(), attribute.getValue());
      }
    }
  }
}
