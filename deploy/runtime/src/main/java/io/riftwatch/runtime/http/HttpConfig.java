package io.riftwatch.runtime.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The client through which a service calls the outside world. */
@ConfigMapping(prefix = "riftwatch.http")
public interface HttpConfig {

  /** The contact of an operator who gave none. */
  String NO_CONTACT = "contact not given";

  /** Connections held open to one address. */
  @WithDefault("8")
  int connectionsPerAddress();

  /** How long an idle connection is held open; feeds are polled by the minute at the soonest. */
  @WithDefault("3s")
  Duration keepAlive();

  /** Bytes of an answer's headers. */
  @WithDefault("32768")
  int maxHeaderBytes();

  /** Bytes of bodies that arrive at one time, past which those over the fair share are given up. */
  @WithDefault("128M")
  MemorySize arriving();

  /** Bytes that a body may have whatever the others hold. */
  @WithDefault("256K")
  MemorySize fairShare();

  /** Where an outlet finds who runs this Riftwatch: a page or a mail address of yours. */
  @WithDefault(NO_CONTACT)
  String contact();

  /** Sent as User-Agent; up to the slash it is the name that a robots.txt knows Riftwatch by. */
  @WithDefault("Riftwatch/1.0 (+${riftwatch.http.contact})")
  String userAgent();
}
