package io.riftwatch.ingest.discover;

import io.riftwatch.ingest.parse.FeedDocument;
import java.net.URI;

/**
 * A feed and where it was found.
 *
 * @param url after redirects
 */
public record Found(URI url, FeedDocument feed) {}
