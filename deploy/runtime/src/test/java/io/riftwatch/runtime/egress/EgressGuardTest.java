package io.riftwatch.runtime.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGuardTest {

  private final EgressGuard guard = new EgressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void anAddressOfASpecialBlockIsRefused(String address) throws Exception {
    InetAddress resolved = InetAddress.getByName(address);

    EgressRefused refused = assertThrows(EgressRefused.class, () -> guard.admit("h", resolved));

    assertTrue(refused.getMessage().contains("RIFTWATCH_EGRESS_ALLOW"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "100.128.0.1",
        "2a00:1450::1",
        "2606:4700::1111"
      })
  void aPublicAddressIsAdmitted(String address) throws Exception {
    InetAddress resolved = InetAddress.getByName(address);

    assertEquals(List.of(resolved), guard.admit("h", resolved));
  }

  @Test
  void ofSeveralAddressesOnlyThePublicOnesAreAdmitted() throws Exception {
    InetAddress inside = InetAddress.getByName("10.0.0.1");
    InetAddress outside = InetAddress.getByName("1.1.1.1");

    assertEquals(List.of(outside), guard.admit("h", inside, outside));
  }

  @Test
  void anOpenedBlockIsAdmittedAndItsNeighbourIsNot() throws Exception {
    EgressGuard opened = new EgressGuard(List.of("10.20.0.0/16", " "));

    InetAddress within = InetAddress.getByName("10.20.3.4");
    assertEquals(List.of(within), opened.admit("h", within));
    InetAddress beside = InetAddress.getByName("10.21.3.4");
    assertThrows(EgressRefused.class, () -> opened.admit("h", beside));
  }

  @Test
  void aBlockThatIsNoneIsNamedAtStart() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new EgressGuard(List.of("10.0.0.0/77")));

    assertTrue(e.getMessage().contains("10.0.0.0/77"), e.getMessage());
  }
}
