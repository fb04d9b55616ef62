package io.riftwatch.ingest.opml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.ingest.opml.OpmlReading.NotOpml;
import io.riftwatch.ingest.opml.OpmlReading.Outlines;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpmlTest {

  private static OpmlReading read(String document) {
    return Opml.read(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void feedsAreFoundInFoldersAndOtherOutlinesLeftOut() {
    Outlines outlines =
        assertInstanceOf(
            Outlines.class,
            read(
                """
                <?xml version="1.0"?>
                <opml version="1.1"><head><title>x</title></head><body>
                  <outline text="Africa">
                    <outline text="Courrier" xmlUrl="https://a.example/feed" language="fr"/>
                    <outline text="short" title="Long &amp; full" xmlURL="https://b.example/feed"/>
                  </outline>
                  <outline text="a note"/>
                </body></opml>"""));

    assertEquals(
        List.of("https://a.example/feed", "https://b.example/feed"),
        outlines.feeds().stream().map(o -> o.get("xmlUrl")).toList());
    assertEquals(
        List.of("Courrier", "Long & full"), outlines.feeds().stream().map(Outline::title).toList());
    assertEquals(List.of(4, 5), outlines.feeds().stream().map(Outline::line).toList());
  }

  @Test
  void whatIsWrittenIsRead() {
    Map<String, String> feed = new LinkedHashMap<>();
    feed.put("text", "A <\"&'> é");
    feed.put("xmlUrl", "https://a.example/?a=1&b=2");
    feed.put("riftwatch:outlet", "a.example");
    feed.put("language", "");

    Outlines outlines = assertInstanceOf(Outlines.class, read(Opml.write(List.of(feed))));

    feed.remove("language");
    assertEquals(List.of(feed), outlines.feeds().stream().map(Outline::attributes).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<rss version='2.0'/>                                       | its root element is <rss>",
        "<html><body>                                               | its root element is <html>",
        "<opml><body><outline                                       | breaks at line 1",
        "not xml                                                    | breaks at line 1",
        "''                                                         | breaks at line 1",
        "<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml>&x;</opml> | breaks at line 1"
      })
  void whatIsNoOpmlIsRefusedWithTheReason(String document, String reason) {
    NotOpml refusal = assertInstanceOf(NotOpml.class, read(document));

    assertTrue(refusal.reason().contains(reason), refusal.reason());
  }
}
