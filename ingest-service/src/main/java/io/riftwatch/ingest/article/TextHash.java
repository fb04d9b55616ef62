package io.riftwatch.ingest.article;

/** Tells whether an article reads otherwise than before. */
final class TextHash {

  private TextHash() {}

  /** The same for texts that differ in nothing but type, spacing and the outlet's own lines. */
  static String of(String title, String text) {
    return Digest.of(Wording.of(title), Wording.of(OutletLines.remove(text)));
  }
}
