package io.riftwatch.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Judges whether a hub signed what it pushed (WebSub, section 7.1). */
final class Signature {

  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private Signature() {}

  /**
   * Whether the header is the body's signature under the secret; compared in constant time.
   *
   * @param header {@code method=hexadecimal digits}; empty where there was none
   */
  static boolean isValid(String header, byte[] body, String secret) {
    int equals = header.indexOf('=');
    if (equals < 0) {
      return false;
    }
    String algorithm = ALGORITHMS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
    return algorithm != null
        && MessageDigest.isEqual(
            digits(hmac(algorithm, body, secret)),
            header
                .substring(equals + 1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] hmac(String algorithm, byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), algorithm));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static byte[] digits(byte[] hmac) {
    return HexFormat.of().formatHex(hmac).getBytes(StandardCharsets.US_ASCII);
  }
}
