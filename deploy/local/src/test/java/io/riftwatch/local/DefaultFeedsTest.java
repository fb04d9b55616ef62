package io.riftwatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The list is checked for its form alone: no test calls the outlets in it. */
class DefaultFeedsTest {

  private static final Set<String> LANGUAGES =
      Set.of("ar", "de", "en", "es", "fr", "it", "pl", "pt", "ru", "tr", "uk", "zh");

  @Test
  void theListHasSixtyFeedsOrMoreInTwelveLanguagesEachOnce() throws Exception {
    Set<String> addresses = new HashSet<>();
    Set<String> languages = new TreeSet<>();
    try (InputStream in = Up.class.getResourceAsStream("feeds.opml")) {
      NodeList outlines =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("outline");
      for (int i = 0; i < outlines.getLength(); i++) {
        Element outline = (Element) outlines.item(i);
        if (outline.hasAttribute("xmlUrl")) {
          URI address = URI.create(outline.getAttribute("xmlUrl"));
          assertTrue(Set.of("http", "https").contains(address.getScheme()), address.toString());
          assertTrue(address.getHost().contains("."), address.toString());
          assertTrue(addresses.add(address.toString()), address + " stands twice");
          assertTrue(!outline.getAttribute("title").isBlank(), address + " has no title");
          languages.add(outline.getAttribute("language"));
        }
      }
    }

    assertTrue(addresses.size() >= 60, addresses.size() + " feeds");
    assertEquals(new TreeSet<>(LANGUAGES), languages);
  }
}
