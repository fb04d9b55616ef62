package io.riftwatch.alert.route;

import io.riftwatch.alert.contract.Alert;
import java.util.List;

/**
 * Leads alerts to channels.
 *
 * @param match which alerts
 * @param channels ids of the channels
 * @param enabled whether it leads anything anywhere
 */
record Route(Match match, List<String> channels, boolean enabled) {

  Route {
    channels = List.copyOf(channels);
  }

  /** The channels of all routes that take an alert, each once, in the routes' order. */
  static List<String> channels(List<Route> routes, Alert alert) {
    return routes.stream()
        .filter(route -> route.enabled && route.match.takes(alert))
        .flatMap(route -> route.channels.stream())
        .distinct()
        .toList();
  }
}
