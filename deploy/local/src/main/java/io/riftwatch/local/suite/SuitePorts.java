package io.riftwatch.local.suite;

import io.riftwatch.embedded.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The TCP ports of a suite: a run of neighbours from the gateway's.
 *
 * @param gateway 1 to 65525
 */
public record SuitePorts(int gateway) {

  /** How many neighbours there are, the gateway's among them. */
  public static final int RUN = 8;

  public SuitePorts {
    if (gateway < 1 || gateway > 65535 - RUN) {
      throw new IllegalArgumentException("port " + gateway + " is not within 1.." + (65535 - RUN));
    }
  }

  /** The REST port of a service. */
  public int of(Service service) {
    return gateway + 1 + service.ordinal();
  }

  int broker() {
    return gateway + 4;
  }

  int database() {
    return gateway + 5;
  }

  /** Where the demo's outlets publish. */
  public int outlets() {
    return gateway + 6;
  }

  /** Where the demo's Slack listens. */
  public int slack() {
    return gateway + 7;
  }

  /** Those that somebody else listens on, with what they are wanted for. */
  public Map<Integer, String> taken() {
    Map<Integer, String> wanted = new LinkedHashMap<>();
    wanted.put(gateway, "gateway");
    for (Service service : Service.values()) {
      wanted.put(of(service), service.module());
    }
    wanted.put(broker(), "broker");
    wanted.put(database(), "database");
    wanted.put(outlets(), "the demo's outlets");
    wanted.put(slack(), "the demo's Slack");
    wanted.keySet().removeIf(Ports::isFree);
    return wanted;
  }
}
