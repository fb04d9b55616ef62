package io.riftwatch.ingest.article;

import io.riftwatch.ingest.contract.Article;

/** An article that is stored under an address which another one's page claims. */
record Namesake(String id, String title, String text) {

  /** Whether both bear one title or one text, so that the claim is right. */
  boolean reads(Article other) {
    return Wording.of(title).equals(Wording.of(other.title()))
        || !text.isEmpty() && wording(text).equals(wording(other.text()));
  }

  private static String wording(String text) {
    return Wording.of(OutletLines.remove(text));
  }
}
