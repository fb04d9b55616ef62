package io.riftwatch.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Feeds of about 100 kB as outlets write them. */
public enum SampleFeed {
  RSS_CONTENT(25) {
    @Override
    String entry(int number) {
      return item(
          number,
          "Envoys of the two states meet again",
          "<description><![CDATA[<p>"
              + SENTENCE
              + "</p>]]></description>\n"
              + "<content:encoded><![CDATA["
              + ("<p>" + SENTENCE + "<a href=\"/background/" + number + "\">More</a></p>\n")
                  .repeat(24)
              + "]]></content:encoded>");
    }
  },
  RSS_TEASERS(100) {
    @Override
    String entry(int number) {
      return item(
          number,
          "Envoys &amp; ministers of the two states meet again",
          "<description>&lt;p&gt;" + SENTENCE.repeat(3) + "&lt;/p&gt;&lt;br/&gt;</description>");
    }
  },
  ATOM_XHTML(25) {
    @Override
    String entry(int number) {
      return """
          <entry>
            <id>tag:outlet.example,2025:%d</id>
            <title>Envoys of the two states meet again (%d)</title>
            <link rel="alternate" type="text/html" href="https://outlet.example/world/%d"/>
            <author><name>A. Writer</name></author>
            <published>2025-09-18T10:%02d:00Z</published><updated>2025-09-18T11:%02d:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">%s</div></content>
          </entry>
          """
          .formatted(
              number,
              number,
              number,
              number % 60,
              number % 60,
              ("<p>" + SENTENCE + "<em>Read</em> <a href=\"/b\">more</a></p>\n").repeat(22));
    }

    @Override
    String feed(String entries) {
      return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
          + "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Outlet</title><id>urn:outlet</id>"
          + "<updated>2025-09-18T11:00:00Z</updated><link href=\"https://outlet.example/\"/>\n"
          + entries
          + "</feed>";
    }
  },
  RSS_CYRILLIC(25) {
    @Override
    String entry(int number) {
      return item(
          number,
          "Послы двух государств снова встретились",
          "<content:encoded><![CDATA["
              + ("<p>"
                      + "Министерство сообщило о высылке двух сотрудников посольства. ".repeat(2)
                      + "</p>\n")
                  .repeat(17)
              + "]]></content:encoded>");
    }
  };

  private static final String SENTENCE =
      "The ministry said on Thursday that talks on the status of the mission would go on in the"
          + " capital, and that both sides had agreed to meet again before the end of the month. ";

  private final int entries;

  SampleFeed(int entries) {
    this.entries = entries;
  }

  abstract String entry(int number);

  String feed(String items) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        + "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Outlet</title>"
        + "<link>https://outlet.example/</link><description>News</description>\n"
        + items
        + "</channel></rss>";
  }

  String write() {
    return feed(
        IntStream.range(0, entries).mapToObj(this::entry).collect(Collectors.joining("\n")));
  }

  static String item(int number, String title, String texts) {
    return """
        <item>
          <title>%s (%d)</title>
          <link>https://outlet.example/world/%d?utm_source=rss</link>
          <guid isPermaLink="false">outlet-%d</guid>
          <dc:creator>A. Writer</dc:creator>
          <pubDate>Thu, 18 Sep 2025 10:%02d:00 +0200</pubDate>
          <category>World</category>
          %s
        </item>"""
        .formatted(title, number, number, number, number % 60, texts);
  }
}
