package io.riftwatch.runtime.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Hides the key that a page begins behind, so that clients pass it on and do not build it. */
public final class OpaqueKey {

  private OpaqueKey() {}

  /** The key as a client is given it. */
  public static String of(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /** The key that a client gives back; empty where {@link #of} never made it. */
  public static Optional<String> read(String opaque) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
