package io.riftwatch.runtime.http;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** The client's configuration in tests. */
final class TestHttpConfig implements HttpConfig {

  static final HttpConfig INSTANCE = new TestHttpConfig();

  @Override
  public int connectionsPerAddress() {
    return 4;
  }

  @Override
  public int maxHeaderBytes() {
    return 8192;
  }

  @Override
  public MemorySize arriving() {
    return new MemorySize(BigInteger.valueOf(150_000));
  }

  @Override
  public MemorySize fairShare() {
    return new MemorySize(BigInteger.valueOf(1000));
  }

  @Override
  public Duration keepAlive() {
    return Duration.ofSeconds(3);
  }

  @Override
  public String contact() {
    return "test";
  }

  @Override
  public String userAgent() {
    return "Riftwatch/test";
  }
}
