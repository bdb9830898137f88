package io.daybook.books.channel;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Whether an address belongs to a host of the internet, by IANA's registries of special-purpose addresses (RFC 6890 and
 * what followed it). Everything that is not certainly public is not: the metadata service of a cloud (169.254.169.254), a
 * private network, a tunnel that ends in one.
 */
public final class PublicAddress {
  private static final int[][] SPECIAL_IPV4 = {
    {0, 0, 8}, // this network
    {10, 0, 8}, // private
    {100, 64, 10}, // shared by a provider's customers
    {127, 0, 8}, // this machine
    {169, 254, 16}, // this link; metadata services
    {172, 16, 12}, // private
    {192, 168, 16}, // private
    {198, 18, 15}, // benchmarks
    {224, 0, 4}, // many at once
    {240, 0, 4} // reserved, everybody
  };

  /** Those that are told apart by their third byte: protocols, documentation, relays. */
  private static final int[][] SPECIAL_IPV4_24 = {
    {192, 0, 0},
    {192, 0, 2},
    {192, 31, 196},
    {192, 52, 193},
    {192, 88, 99},
    {192, 175, 48},
    {198, 51, 100},
    {203, 0, 113}
  };

  private PublicAddress() {}

  /** Whether it does. */
  public static boolean is(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> isPublic(four.getAddress());
      // Java gives an IPv4 address that is mapped into IPv6 as what it is.
      case Inet6Address six -> isPublic6(six.getAddress());
      case InetAddress _ -> false;
    };
  }

  private static boolean isPublic(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    int leading = (first << 8) | second;
    for (int[] range : SPECIAL_IPV4) {
      int shift = 16 - range[2];
      if (leading >> shift == ((range[0] << 8) | range[1]) >> shift) {
        return false;
      }
    }
    for (int[] range : SPECIAL_IPV4_24) {
      if (first == range[0] && second == range[1] && third == range[2]) {
        return false;
      }
    }
    return true;
  }

  /** Global unicast is 2000::/3; of it, what embeds an IPv4 address or belongs to no host is left out. */
  private static boolean isPublic6(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    boolean global = first >> 13 == 1;
    boolean protocols = first == 0x2001 && second >> 9 == 0;
    boolean documentation =
        (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second >> 12 == 0);
    boolean sixToFour = first == 0x2002;
    return global && !protocols && !documentation && !sixToFour;
  }
}
