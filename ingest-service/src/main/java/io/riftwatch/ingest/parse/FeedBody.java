package io.riftwatch.ingest.parse;

import java.net.URI;

/**
 * The bytes that may be a feed.
 *
 * @param bytes as they came, inflated
 * @param contentType the HTTP header's value, empty where there was none; only its charset is heard
 * @param url where they were found, the base of relative links
 */
public record FeedBody(byte[] bytes, String contentType, URI url) {}
