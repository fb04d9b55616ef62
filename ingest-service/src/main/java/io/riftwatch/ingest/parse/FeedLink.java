package io.riftwatch.ingest.parse;

import java.net.URI;

/**
 * A feed that a web page names.
 *
 * @param title as the page has it, empty where it has none
 * @param type the media type that the page says it has, empty where it says none
 */
public record FeedLink(URI url, String title, String type) {}
