package io.riftwatch.local.suite;

import java.nio.file.Path;

/**
 * Where things stand on disk.
 *
 * @param home the checkout that holds the built services
 * @param data what is kept between runs
 */
public record Layout(Path home, Path data) {

  /** The runnable jar of a service. */
  Path jar(Service service) {
    return home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** What a service says. */
  public Path log(Service service) {
    return logs().resolve(service.id() + ".log");
  }

  /** The directory of all logs. */
  public Path logs() {
    return data.resolve("logs");
  }

  Path kafka() {
    return data.resolve("kafka");
  }

  Path postgres() {
    return data.resolve("postgres");
  }

  Path token() {
    return data.resolve("operator.token");
  }
}
