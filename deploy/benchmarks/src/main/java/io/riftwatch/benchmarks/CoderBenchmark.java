package io.riftwatch.benchmarks;

import io.riftwatch.classify.coding.Coder;
import io.riftwatch.classify.coding.Report;
import io.riftwatch.classify.rulepack.RulePacks;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What coding an ordinary article of 3 kB costs, beside Lucene's tokenizer on the same text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CoderBenchmark {

  private static final String ORDINARY =
      "The council approved the new timetable on Monday after a long debate about night buses. "
          .repeat(35);

  private final Coder coder = new Coder(RulePacks.load(Optional.empty()).of("en").orElseThrow());
  private final Report report =
      new Report("Night buses", ORDINARY, Instant.parse("2025-09-20T12:00:00Z"));

  /** The coder, from text to signals. */
  @Benchmark
  public int code() {
    return coder.code(report).size();
  }

  /** The yardstick. */
  @Benchmark
  public int tokenize() throws IOException {
    try (StandardTokenizer tokenizer = new StandardTokenizer()) {
      tokenizer.setReader(new StringReader(ORDINARY));
      tokenizer.reset();
      int tokens = 0;
      while (tokenizer.incrementToken()) {
        tokens++;
      }
      return tokens;
    }
  }
}
