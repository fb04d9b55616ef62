package io.riftwatch.alert.channel;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How channels call the other side. */
@ConfigMapping(prefix = "riftwatch.alert.channel")
public interface ChannelConfig {

  /** Time to an open connection, per address tried. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** Time from the request to the answer's headers. */
  @WithDefault("10s")
  Duration answerTimeout();

  /** Time from the call to the answer's last byte. */
  @WithDefault("15s")
  Duration totalTimeout();

  /** Bytes of an answer that are read. */
  @WithDefault("64K")
  MemorySize maxAnswer();

  /** Time for the broker to acknowledge an alert on a topic. */
  @WithDefault("20s")
  Duration kafkaTimeout();
}
