package io.riftwatch.ingest.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The first bytes of a document that tell how its characters are laid out: a byte order mark, or a
 * first {@code <} in two or four bytes (XML 1.0, appendix F).
 *
 * @param charset what the bytes tell
 * @param length bytes to skip, none where they are the document's own
 */
record ByteMark(Charset charset, int length) {

  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  private record Sign(byte[] bytes, ByteMark mark) {
    static Sign of(String hex, Charset charset, int length) {
      return new Sign(HexFormat.of().parseHex(hex), new ByteMark(charset, length));
    }

    boolean opens(byte[] body) {
      return body.length >= bytes.length
          && Arrays.equals(body, 0, bytes.length, bytes, 0, bytes.length);
    }
  }

  /** The longer signs first: the shorter ones begin them. */
  private static final List<Sign> SIGNS =
      List.of(
          Sign.of("0000feff", UTF_32BE, 4),
          Sign.of("fffe0000", UTF_32LE, 4),
          Sign.of("0000003c", UTF_32BE, 0),
          Sign.of("3c000000", UTF_32LE, 0),
          Sign.of("efbbbf", StandardCharsets.UTF_8, 3),
          Sign.of("feff", StandardCharsets.UTF_16BE, 2),
          Sign.of("fffe", StandardCharsets.UTF_16LE, 2),
          Sign.of("003c", StandardCharsets.UTF_16BE, 0),
          Sign.of("3c00", StandardCharsets.UTF_16LE, 0),
          Sign.of("4c6fa794", Charset.forName("IBM037"), 0));

  static Optional<ByteMark> of(byte[] body) {
    for (Sign sign : SIGNS) {
      if (sign.opens(body)) {
        return Optional.of(sign.mark());
      }
    }
    return Optional.empty();
  }
}
