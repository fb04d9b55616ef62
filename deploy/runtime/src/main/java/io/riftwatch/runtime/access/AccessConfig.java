package io.riftwatch.runtime.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may use a service's REST endpoints. */
@ConfigMapping(prefix = "riftwatch.operator")
public interface AccessConfig {

  /** The bearer token that opens /api; without one, every call there is refused. */
  Optional<String> token();
}
