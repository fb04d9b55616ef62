package io.riftwatch.runtime.egress;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps feeds and channels, whose addresses strangers choose, from reaching into the network the
 * service runs in.
 *
 * <p>Refused are the special-purpose blocks of the IANA registries (RFC 6890 and its updates): the
 * guard looks at resolved addresses only, so that no spelling of a host name deceives it ({@link
 * Destination} is that spelling). The caller connects to the very address that was admitted.
 */
public final class EgressGuard {

  private static final List<IPAddress> REFUSED_V4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  /**
   * All of IPv6 but global unicast is refused, so NAT64, mapped and local addresses need no row.
   */
  private static final List<IPAddress> GLOBAL_V6 = blocks("2000::/3");

  private static final List<IPAddress> REFUSED_V6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

  private final List<IPAddress> allowed;

  /**
   * @param allow CIDR blocks to open
   * @throws IllegalArgumentException when one is not a CIDR block
   */
  public EgressGuard(List<String> allow) {
    this.allowed =
        blocks(allow.stream().map(String::strip).filter(b -> !b.isEmpty()).toArray(String[]::new));
  }

  /**
   * Picks the addresses a connection may go to.
   *
   * @param host the name they were resolved from, for the message
   * @return those that are admitted, in the order given, at least one
   * @throws EgressRefused when none is
   */
  public List<InetAddress> admit(String host, InetAddress... resolved) throws EgressRefused {
    List<InetAddress> admitted = Arrays.stream(resolved).filter(this::admits).toList();
    if (admitted.isEmpty()) {
      throw new EgressRefused(
          host
              + " leads to "
              + Arrays.stream(resolved).map(InetAddress::getHostAddress).toList()
              + ", which is no public address; if it is meant, open its block with RIFTWATCH_EGRESS_ALLOW");
    }
    return admitted;
  }

  private boolean admits(InetAddress address) {
    IPAddress ip = new IPAddressGenerator().from(address);
    if (within(allowed, ip)) {
      return true;
    }
    return ip.isIPv4() ? !within(REFUSED_V4, ip) : within(GLOBAL_V6, ip) && !within(REFUSED_V6, ip);
  }

  private static boolean within(List<IPAddress> blocks, IPAddress ip) {
    return blocks.stream().anyMatch(b -> b.contains(ip));
  }

  private static List<IPAddress> blocks(String... cidrs) {
    return Arrays.stream(cidrs).map(EgressGuard::block).toList();
  }

  private static IPAddress block(String cidr) {
    try {
      return new IPAddressString(cidr).toAddress().toPrefixBlock();
    } catch (AddressStringException e) {
      throw new IllegalArgumentException(
          "riftwatch.egress.allow: '" + cidr + "' is not a CIDR block such as 10.20.0.0/16", e);
    }
  }
}
