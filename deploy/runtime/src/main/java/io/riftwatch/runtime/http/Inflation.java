package io.riftwatch.runtime.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the Content-Encoding of a body (RFC 9110, section 8.4) within a limit; also the gzip of
 * servers that compress without saying so, or once more than they say.
 */
final class Inflation {

  /** The codings {@link #inflate} understands, as an Accept-Encoding header names them. */
  static final String ACCEPTED = "gzip, deflate";

  /** As many codings as a body may have, named or not: more is an attack. */
  private static final int MOST_CODINGS = 3;

  private Inflation() {}

  /** Whether a body is coded, by what the header says or by what it is. */
  static boolean isNeeded(String codings, byte[] body) {
    return body.length > 0 && (!codings.isBlank() || isGzip(body));
  }

  /**
   * Inflates a body.
   *
   * @param codings the header's value, empty where there was none
   * @param limit bytes of the body after each step
   * @throws HttpFailure where the body is not what the header says, or larger than the limit
   */
  static byte[] inflate(URI address, String codings, byte[] body, long limit) throws HttpFailure {
    List<String> steps = steps(codings);
    if (steps.size() > MOST_CODINGS) {
      throw new HttpFailure(
          HttpFailure.Reason.PROTOCOL,
          address + " answered in " + steps.size() + " encodings at once: " + codings);
    }
    byte[] plain = body;
    for (String coding : steps) {
      plain = step(address, coding, plain, limit);
    }
    for (int i = steps.size(); i < MOST_CODINGS && isGzip(plain); i++) {
      plain = step(address, "gzip", plain, limit);
    }
    return plain;
  }

  /** The codings in the order in which they are undone. */
  private static List<String> steps(String codings) {
    List<String> steps =
        new ArrayList<>(
            Arrays.stream(codings.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList());
    Collections.reverse(steps);
    return steps;
  }

  private static byte[] step(URI address, String coding, byte[] body, long limit)
      throws HttpFailure {
    if (body.length == 0) {
      return body;
    }
    try (InputStream plain = open(address, coding, body)) {
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
          address + " answered with a body that is not the whole " + coding + " it claims to be",
          e);
    }
  }

  private static InputStream open(URI address, String coding, byte[] body)
      throws IOException, HttpFailure {
    InputStream in = new ByteArrayInputStream(body);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib(body)));
      default ->
          throw new HttpFailure(
              HttpFailure.Reason.PROTOCOL,
              address + " answered in the encoding '" + coding + "', which was not asked for");
    };
  }

  private static boolean isGzip(byte[] body) {
    return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b && body[2] == 8;
  }

  /** Servers send both the zlib format that "deflate" means and the bare format that it names. */
  private static boolean isZlib(byte[] body) {
    return (body[0] & 0x0f) == 8
        && (((body[0] & 0xff) << 8 | (body.length > 1 ? body[1] & 0xff : 0)) % 31) == 0;
  }
}
