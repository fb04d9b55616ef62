package io.riftwatch.runtime.egress;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an address leads, in the one spelling that resolver, TLS and server are all told: no two
 * readers of an address may differ on its host.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name in ASCII, lower case, without a trailing dot; or an IP address, IPv6 without
 *     brackets
 * @param port 1 to 65535
 */
public record Destination(String scheme, String host, int port) {

  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:]+)(?::(\\d{0,5}))?");

  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

  /** A host that ends so is an IPv4 address in some notation (WHATWG URL, section 3.5). */
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

  private static final Pattern DOTTED_QUAD =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private static final int LONGEST_NAME = 253;
  private static final int LAST_PORT = 65_535;

  /**
   * Reads an address.
   *
   * @throws EgressRefused unless it is http or https, without credentials, and names its host in a
   *     form that is read the same way everywhere
   */
  public static Destination of(URI address) throws EgressRefused {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new EgressRefused(address + " is not an http or https address");
    }
    String authority = address.getRawAuthority();
    if (authority == null) {
      throw new EgressRefused(address + " names no host");
    }
    if (authority.contains("@")) {
      throw new EgressRefused(
          "the address of "
              + authority.substring(authority.lastIndexOf('@') + 1)
              + " carries credentials: leave them out");
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      throw new EgressRefused(address + " names no host that can be called");
    }
    return new Destination(
        scheme, host(address, parts.group(1)), port(address, parts.group(2), scheme));
  }

  /** Whether it is called over TLS. */
  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** The host as it stands in a URI and in the header Host. */
  public String uriHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String host(URI address, String written) throws EgressRefused {
    if (written.startsWith("[")) {
      return written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT);
    }
    String name = ascii(address, written);
    if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
      throw new EgressRefused(
          address + " names the host '" + written + "', which no host can have");
    }
    if (ENDS_IN_A_NUMBER.matcher(name).matches() && !DOTTED_QUAD.matcher(name).matches()) {
      throw new EgressRefused(
          address
              + " hides an IP address behind '"
              + written
              + "': write it as four decimal numbers");
    }
    return name;
  }

  private static String ascii(URI address, String written) throws EgressRefused {
    try {
      String name = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    } catch (IllegalArgumentException e) {
      throw new EgressRefused(
          address + " names the host '" + written + "', which is no domain name");
    }
  }

  private static int port(URI address, String written, String scheme) throws EgressRefused {
    if (written == null || written.isEmpty()) {
      return scheme.equals("https") ? 443 : 80;
    }
    int port = Integer.parseInt(written);
    if (port < 1 || port > LAST_PORT) {
      throw new EgressRefused(address + " names the port " + port + ", which is none");
    }
    return port;
  }
}
