package io.riftwatch.local.suite;

import java.util.Locale;

/** The services of the suite, in the order an article passes them. */
public enum Service {
  INGEST,
  CLASSIFY,
  ALERT;

  /** Short name, as in logs and addresses. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The Maven module and top-level folder. */
  public String module() {
    return id() + "-service";
  }
}
