package io.riftwatch.ingest.fetch;

import java.time.Instant;

/**
 * A host that asked to be left alone.
 *
 * @param until before it, nothing is asked of the host
 * @param throttles how often in a row it asked
 * @param status the HTTP status it asked with, 429 or 503
 */
public record Block(Instant until, int throttles, int status) {}
