package io.riftwatch.runtime.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the Content-Encoding of a body (RFC 9110, section 8.4) within a limit. */
final class Inflation {

  /** The codings {@link #inflate} understands, as an Accept-Encoding header names them. */
  static final String ACCEPTED = "gzip, deflate";

  private Inflation() {}

  static byte[] inflate(URI address, String coding, byte[] body, long limit) throws HttpFailure {
    if (body.length == 0) {
      return body;
    }
    try (InputStream plain = open(address, coding.strip().toLowerCase(Locale.ROOT), body)) {
      byte[] inflated = plain.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
      if (inflated.length > limit) {
        throw new HttpFailure(
            HttpFailure.Reason.TOO_LARGE,
            address + " answered with a body that inflates to more than " + limit + " bytes");
      }
      return inflated;
    } catch (IOException e) {
      throw new HttpFailure(
          HttpFailure.Reason.PROTOCOL,
          address + " answered with a body that is not the " + coding + " it claims to be",
          e);
    }
  }

  private static InputStream open(URI address, String coding, byte[] body)
      throws IOException, HttpFailure {
    InputStream in = new ByteArrayInputStream(body);
    return switch (coding) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib(body)));
      default ->
          throw new HttpFailure(
              HttpFailure.Reason.PROTOCOL,
              address + " answered in the encoding '" + coding + "', which was not asked for");
    };
  }

  /** Servers send both the zlib format that "deflate" means and the bare format that it names. */
  private static boolean isZlib(byte[] body) {
    return (body[0] & 0x0f) == 8
        && (((body[0] & 0xff) << 8 | (body.length > 1 ? body[1] & 0xff : 0)) % 31) == 0;
  }
}
