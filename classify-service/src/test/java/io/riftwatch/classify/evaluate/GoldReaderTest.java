package io.riftwatch.classify.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldReaderTest {

  private static final String SIGNAL =
      "{'type': 'RECALL', 'actor': 'FRA', 'target': null, 'status': 'ACTUAL', 'count': 1}";

  private static GoldFile read(String lines) {
    return GoldReader.read(lines.replace('\'', '"'));
  }

  @Test
  void aLineIsALabelledReport() {
    GoldFile file =
        read(
            "\n{'id': 'a', 'lang': 'en', 'split': 'held', 'date': '2025-09-19', 'title': 'T',"
                + " 'text': 'X', 'event': 'e', 'signals': ["
                + SIGNAL
                + "]}\n\n");

    assertEquals(List.of(), file.mistakes());
    assertEquals(
        List.of(
            new LabelledReport(
                "a",
                "en",
                Optional.of(Instant.parse("2025-09-19T12:00:00Z")),
                "T",
                "X",
                Optional.of(Split.HELD),
                List.of(
                    new Label(
                        Frame.of(
                            SignalType.RECALL, Optional.of("FRA"), Optional.empty(), Status.ACTUAL),
                        Optional.of(1))),
                Set.of())),
        file.reports());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'id': 'a'                                                                   | is no JSON
          []                                                                           | is no JSON object
          {'lang': 'en', 'title': 'T', 'signals': []}                                  | 'id' is missing
          {'id': 'a', 'title': 'T', 'signals': []}                                     | 'lang' is missing
          {'id': 'a', 'lang': 'English', 'title': 'T', 'signals': []}                  | 'lang' is 'English'
          {'id': 'a', 'lang': 'en', 'signals': []}                                     | title and text are empty
          {'id': 'a', 'lang': 'en', 'title': 7, 'signals': []}                         | 'title' is 7
          {'id': 'a', 'lang': 'en', 'title': 'T'}                                      | 'signals' is no list
          {'id': 'a', 'lang': 'en', 'title': 'T', 'date': '19.9.2025', 'signals': []}  | 'date' is "19.9.2025"
          {'id': 'a', 'lang': 'en', 'title': 'T', 'split': 'test', 'signals': []}      | 'split' is 'test': write one of [DEV, HELD]
          {'id': 'a', 'lang': 'en', 'title': 'T', 'signals': [7]}                      | 'signals' holds what is no JSON object
          {'id': 'a', 'lang': 'en', 'title': 'T', 'signals': [{'status': 'ACTUAL'}]}   | 'type' is missing
          {'id': 'a', 'lang': 'en', 'title': 'T', 'signals': [{'type': 'RECALL'}]}     | 'status' is missing
          {'id': 'a', 'lang': 'en', 'title': 'T', 'signals': [{'type': 'X', 'status': 'ACTUAL'}]} | 'type' is 'X'
          {'id': 'a', 'lang': 'en', 'title': 'T', 'signals': [{'type': 'RECALL', 'actor': 'France', 'status': 'ACTUAL'}]} | 'actor' is 'France'
          {'id': 'a', 'lang': 'en', 'title': 'T', 'signals': [{'type': 'RECALL', 'count': 0, 'status': 'ACTUAL'}]} | 'count' is 0
          {'id': 'a', 'lang': 'en', 'title': 'T', 'signals': [{'type': 'RECALL', 'count': 1.5, 'status': 'ACTUAL'}]} | 'count' is 1.5
          {'id': 'first', 'lang': 'en', 'title': 'T', 'signals': []}                   | stands in line 1 already
          """)
  void aMistakeIsNamedByItsLine(String line, String message) {
    GoldFile file = read("{'id': 'first', 'lang': 'en', 'title': 'T', 'signals': []}\n\n" + line);

    assertEquals(1, file.reports().size());
    assertEquals(1, file.mistakes().size());
    assertEquals(3, file.mistakes().get(0).line());
    String told = file.mistakes().get(0).message();
    assertTrue(told.contains(message), told);
  }
}
