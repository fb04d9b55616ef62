package io.riftwatch.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows of the wire index as articles of 150 to 500 words leave them: the smallest of their random
 * hashes, one in ten a copy of an earlier one, some with a phrase that many share.
 */
final class WireRows {

  private static final Duration WINDOW = Duration.ofDays(7);
  private static final int SKETCH = 192;
  private static final int COPY_IN = 10;
  private static final int LEAST_WORDS = 150;
  private static final int MORE_WORDS = 350;
  private static final int HUNDRED = 100;

  private static final String COPY =
      "COPY ingest.wire_text (article_id, wire_group, seen_at, hashes, figures) FROM STDIN";

  private static final String[] INDEX = {
    "ALTER TABLE ingest.wire_band DROP CONSTRAINT wire_band_pkey",
    "INSERT INTO ingest.wire_band (hash, ref)"
        + " SELECT DISTINCT band.hash, ref FROM ingest.wire_text, unnest(hashes[1:16]) AS band (hash)",
    "ALTER TABLE ingest.wire_band ADD PRIMARY KEY (hash, ref)",
    "VACUUM ANALYZE ingest.wire_text",
    "VACUUM ANALYZE ingest.wire_band"
  };

  private final Random chance;
  private final int articles;
  private final int phraseIn;
  private final int[] phrase;
  private final Instant now;
  private int[] earlier = new int[0];

  WireRows(Instant now, Random chance, int articles, int phraseIn, String phrase) {
    this.now = now;
    this.chance = chance;
    this.articles = articles;
    this.phraseIn = phraseIn;
    String[] words = phrase.split(" ");
    this.phrase =
        IntStream.range(0, words.length - 2)
            .map(i -> WireIndexLoad.hash(words[i], words[i + 1], words[i + 2]))
            .toArray();
  }

  /** Fills the index, and builds what finds its rows. */
  void fill(Connection connection) throws SQLException, IOException {
    long start = System.nanoTime();
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    for (int i = 0; i < articles; i++) {
      byte[] row = row(i).getBytes(StandardCharsets.US_ASCII);
      copy.writeToCopy(row, 0, row.length);
    }
    copy.endCopy();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET maintenance_work_mem = '512MB'");
      for (String step : INDEX) {
        statement.execute(step);
      }
    }
    WireIndexLoad.say("%,d articles filled in %.0f s", articles, (System.nanoTime() - start) / 1e9);
  }

  private String row(int i) {
    boolean isCopy = earlier.length > 0 && chance.nextInt(COPY_IN) == 0;
    int[] hashes = isCopy ? earlier : fresh();
    earlier = hashes;
    String array =
        IntStream.of(hashes).mapToObj(Integer::toString).collect(Collectors.joining(","));
    Instant seen = now.minus(WINDOW.multipliedBy(articles - i).dividedBy(articles));
    return String.join("\t", "a" + i, "a" + i, seen.toString(), "{" + array + "}", "{}") + "\n";
  }

  private int[] fresh() {
    int words = LEAST_WORDS + chance.nextInt(MORE_WORDS);
    IntStream random = IntStream.generate(chance::nextInt).limit(words);
    IntStream all =
        chance.nextInt(HUNDRED) < phraseIn
            ? IntStream.concat(random, IntStream.of(phrase))
            : random;
    return all.sorted().distinct().limit(SKETCH).toArray();
  }
}
