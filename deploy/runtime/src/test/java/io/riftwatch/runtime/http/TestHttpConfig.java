package io.riftwatch.runtime.http;

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
  public String userAgent() {
    return "Riftwatch/test";
  }
}
