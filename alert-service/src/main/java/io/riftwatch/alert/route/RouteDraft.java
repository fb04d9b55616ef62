package io.riftwatch.alert.route;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * A route as a client asks for it.
 *
 * @param name what operators call it
 * @param position its place among the routes, from 0; the end where absent
 * @param channels ids of channels
 * @param match which alerts; all where absent
 * @param enabled true where absent
 */
record RouteDraft(
    @NotBlank @Size(max = 100) String name,
    Optional<Integer> position,
    @NotEmpty List<String> channels,
    @Valid Match match,
    Optional<Boolean> enabled) {

  RouteDraft {
    channels = channels == null ? List.of() : List.copyOf(channels);
    match = match == null ? Match.ALL : match;
  }

  Route route() {
    return new Route(match, channels, enabled.orElse(true));
  }
}
