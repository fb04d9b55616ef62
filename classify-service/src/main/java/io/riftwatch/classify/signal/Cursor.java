package io.riftwatch.classify.signal;

import io.riftwatch.classify.contract.Signal;
import io.riftwatch.runtime.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a page of signals ended.
 *
 * @param publishedAt of the page's last signal
 * @param id of the page's last signal
 */
record Cursor(Instant publishedAt, String id) {

  static Cursor after(Signal last) {
    return new Cursor(last.source().publishedAt(), last.id());
  }

  static Cursor parse(String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
      int space = plain.indexOf(' ');
      return new Cursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Problem.ofField("cursor", "is none of ours: take 'next' of the page before")
          .asException();
    }
  }

  String written() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((publishedAt + " " + id).getBytes(StandardCharsets.UTF_8));
  }
}
