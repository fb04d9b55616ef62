package io.riftwatch.ingest.parse;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * The bytes that may be a feed, and what came with them.
 *
 * @param bytes as they came, inflated
 * @param contentType the HTTP header's value, empty where there was none
 * @param url where they were found
 * @param contentLocation the HTTP header's value (RFC 9110, 8.7), the base of relative links
 * @param contentLanguage the HTTP header's value (RFC 9110, 8.5)
 */
public record FeedBody(
    byte[] bytes,
    String contentType,
    URI url,
    Optional<String> contentLocation,
    Optional<String> contentLanguage) {

  /** Bytes with nothing but their type. */
  public FeedBody(byte[] bytes, String contentType, URI url) {
    this(bytes, contentType, url, Optional.empty(), Optional.empty());
  }

  /**
   * An answer's body.
   *
   * @param header gives the value of a header by its name
   */
  public static FeedBody of(byte[] bytes, URI url, Function<String, Optional<String>> header) {
    return new FeedBody(
        bytes,
        header.apply("Content-Type").orElse(""),
        url,
        header.apply("Content-Location"),
        header.apply("Content-Language"));
  }
}
