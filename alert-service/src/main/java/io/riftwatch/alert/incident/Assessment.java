package io.riftwatch.alert.incident;

import io.riftwatch.alert.contract.Alert;
import java.util.List;

/**
 * How a pair's quarrels stand.
 *
 * @param incidents to keep
 * @param alerts to send, in this order
 */
record Assessment(List<Incident> incidents, List<Alert> alerts) {}
