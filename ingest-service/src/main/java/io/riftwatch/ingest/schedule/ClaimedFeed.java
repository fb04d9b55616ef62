package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.article.Source.Said;
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
 */
record ClaimedFeed(
    UUID id, UUID claim, URI url, Said said, Optional<Duration> ownInterval, PollState state) {}
