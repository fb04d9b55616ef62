package io.riftwatch.runtime.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The client through which a service calls the outside world. */
@ConfigMapping(prefix = "riftwatch.http")
public interface HttpConfig {

  /** Connections held open to one address. */
  @WithDefault("8")
  int connectionsPerAddress();

  /** Bytes of an answer's headers. */
  @WithDefault("32768")
  int maxHeaderBytes();

  /** Sent as User-Agent: names the product and where to find who runs it. */
  @WithDefault(
      "Riftwatch/1.0 (+https://github.com/riftwatch; early warning; contact your operator)")
  String userAgent();
}
