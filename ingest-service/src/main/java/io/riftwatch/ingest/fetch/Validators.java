package io.riftwatch.ingest.fetch;

import java.util.Optional;

/**
 * What an outlet gave to ask later whether anything changed (RFC 9110, sections 8.8 and 13).
 *
 * @param etag the header ETag, verbatim
 * @param lastModified the header Last-Modified, verbatim
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
