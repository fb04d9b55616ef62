package io.riftwatch.local.suite;

import java.util.Map;
import java.util.Optional;

/**
 * What a suite is started with.
 *
 * @param layout where things stand
 * @param ports where it listens
 * @param kafka bootstrap servers of a broker of the operator's; empty for an embedded one
 * @param database of the operator's; empty for an embedded one
 * @param environment further settings of every service, as environment variables
 */
public record SuiteOptions(
    Layout layout,
    SuitePorts ports,
    Optional<String> kafka,
    Optional<DatabaseAddress> database,
    Map<String, String> environment) {

  public SuiteOptions {
    environment = Map.copyOf(environment);
  }
}
