package io.riftwatch.alert.route;

import java.util.List;

/** A route as clients see it. */
record RouteView(
    String id, String name, int position, List<String> channels, Match match, boolean enabled) {

  static RouteView of(RouteEntity entity) {
    Route route = entity.body;
    return new RouteView(
        entity.id, entity.name, entity.position, route.channels(), route.match(), route.enabled());
  }
}
