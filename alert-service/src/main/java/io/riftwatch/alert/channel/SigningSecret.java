package io.riftwatch.alert.channel;

import java.security.SecureRandom;
import java.util.Base64;

/** Signing secrets of Standard Webhooks: {@code whsec_} and 24 to 64 bytes in Base64. */
public final class SigningSecret {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;
  private static final int GENERATED = 32;

  private SigningSecret() {}

  /** A new secret. */
  public static String generate(SecureRandom random) {
    byte[] key = new byte[GENERATED];
    random.nextBytes(key);
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  static boolean isValid(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return false;
    }
    try {
      int length = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
      return length >= SHORTEST && length <= LONGEST;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
