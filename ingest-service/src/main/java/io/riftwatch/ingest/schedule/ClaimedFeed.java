package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.article.Source.Said;
import io.riftwatch.ingest.websub.Delivery;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * A feed that this replica alone may poll, as long as it holds the claim.
 *
 * @param claim proves the holder when the state is written
 * @param said what the operator said of the feed
 * @param ownInterval the operator's, empty where the feed's rhythm decides
 * @param delivery how its news come
 */
record ClaimedFeed(
    UUID id,
    UUID claim,
    URI url,
    Said said,
    Optional<Duration> ownInterval,
    Delivery delivery,
    PollState state) {}
