package io.riftwatch.alert.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for things that are the same wherever and however often they are worked out. */
final class Ids {

  private static final String PART = "\u001f";
  private static final int BYTES = 12;

  private Ids() {}

  static String measure(Act act) {
    Act.Key key = act.key();
    return "mea-"
        + hash(
            key.actor(),
            key.type().name(),
            key.target(),
            key.polarity().name(),
            act.signals().first());
  }

  static String incident(String pair, String firstMeasure) {
    return "inc-" + hash(pair, firstMeasure);
  }

  static String alert(String incident, String measure, Transition transition) {
    return "alr-" + hash(incident, measure, transition.name());
  }

  private static String hash(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join(PART, parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
