package io.riftwatch.ingest.extract;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the links of feeds and pages, which are often not the URIs they should be. */
public final class WebLink {

  private static final Pattern HOST = Pattern.compile("((?:[a-zA-Z]+:)?//)([^/?#@:\\s]+)");
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final String KEPT = "-._~:/?#[]@!$&'()*+,;=%";

  private WebLink() {}

  /**
   * The absolute http or https address that a link means, with what a URI may not hold
   * percent-encoded (RFC 3986); empty for other schemes and for what is no address.
   */
  public static Optional<URI> resolve(URI base, String link) {
    String plain = link.strip();
    String encoded = isEncoded(plain) ? plain : encoded(withAsciiHost(plain));
    return parse(encoded)
        .or(() -> parse(encoded.replace("[", "%5B").replace("]", "%5D")))
        .map(base::resolve)
        .filter(WebLink::isWeb);
  }

  /** The same for a link that has to be absolute by itself. */
  public static Optional<URI> absolute(String link) {
    return resolve(URI.create(""), link);
  }

  private static Optional<URI> parse(String link) {
    try {
      return Optional.of(new URI(link));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
  }

  private static String encoded(String link) {
    StringBuilder uri = new StringBuilder(link.length());
    for (byte b : link.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (isKept(c)) {
        uri.append(c);
      } else {
        uri.append(String.format("%%%02X", (int) c));
      }
    }
    return STRAY_PERCENT.matcher(uri).replaceAll("%25");
  }

  /** A host in any script becomes the one that is asked for (RFC 3492). */
  private static String withAsciiHost(String link) {
    Matcher host = HOST.matcher(link);
    if (!host.lookingAt() || isEncoded(host.group(2))) {
      return link;
    }
    try {
      return host.group(1) + IDN.toASCII(host.group(2)) + link.substring(host.end());
    } catch (IllegalArgumentException e) {
      return link;
    }
  }

  /** Whether a link holds only what a URI may hold, which most do. */
  private static boolean isEncoded(String link) {
    for (int i = 0; i < link.length(); i++) {
      char c = link.charAt(i);
      if (c == '%' || !isKept(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKept(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || KEPT.indexOf(c) >= 0;
  }
}
