package io.riftwatch.alert.delivery;

import io.riftwatch.alert.channel.ChannelSettings;
import io.riftwatch.alert.contract.Alert;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery that this worker alone may send until its lease runs out.
 *
 * @param attempt its number, from 1: it tells this claim from a later one
 * @param seenAt when the article that caused it was read
 * @param channel where to; empty when the channel was deleted
 */
record Claim(
    String deliveryId,
    int attempt,
    Alert alert,
    Instant seenAt,
    String channelId,
    Optional<ChannelSettings> channel) {}
