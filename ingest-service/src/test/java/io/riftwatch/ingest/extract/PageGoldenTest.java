package io.riftwatch.ingest.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageGoldenTest {

  static List<String> pages() {
    return GoldenPages.names();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageGivesTheTextThatAReaderWouldCopyOutOfIt(String name) {
    Page page =
        GoldenPages.READER.read(
            GoldenPages.html(name), "text/html; charset=utf-8", GoldenPages.URL);

    assertEquals(GoldenPages.text(name), page.text());
  }
}
