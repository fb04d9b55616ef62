package io.riftwatch.local.demo;

/**
 * An invented outlet.
 *
 * @param id as it stands in addresses
 * @param name as its readers know it
 * @param language ISO 639-1
 * @param format of its feed
 * @param content what its feed carries
 */
record Outlet(String id, String name, String language, Format format, Content content) {

  enum Format {
    RSS("feed.xml", "application/rss+xml"),
    ATOM("atom.xml", "application/atom+xml"),
    JSON("feed.json", "application/feed+json");

    private final String file;
    private final String contentType;

    Format(String file, String contentType) {
      this.file = file;
      this.contentType = contentType;
    }

    String contentType() {
      return contentType;
    }
  }

  enum Content {
    SUMMARY,
    FULL
  }

  String feedPath() {
    return "/" + id + "/" + format.file;
  }
}
