package io.riftwatch.ingest.schedule;

import io.riftwatch.ingest.article.Source.Said;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;

/**
 * A feed that this replica alone may poll, as long as it holds the claim.
 *
 * @param claim proves the holder when the state is written
 * @param said what the operator said of the feed
 * @param interval its own, else the configured one
 */
record ClaimedFeed(UUID id, UUID claim, URI url, Said said, Duration interval, PollState state) {}
