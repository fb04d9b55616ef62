package io.riftwatch.runtime.egress;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which addresses a service may call beyond the public internet. */
@ConfigMapping(prefix = "riftwatch.egress")
public interface EgressConfig {

  /** CIDR blocks that are opened although the guard refuses them, for example 10.20.0.0/16. */
  Optional<List<String>> allow();
}
