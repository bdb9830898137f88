package io.daybook.books.portal;

import io.daybook.books.channel.PublicAddress;
import io.daybook.books.channel.Reach;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Whether an API's address that a person typed may be asked: in the cloud a host of the internet over TLS, never what only the
 * function itself can reach.
 */
final class ApiReach {
  private ApiReach() {}

  static void require(URI address, Reach reach) throws NotDone {
    if (address.getHost() == null || address.getUserInfo() != null) {
      throw new NotDone("The address '" + address + "' is not one of an API.");
    }
    switch (reach) {
      case ANYWHERE -> {
        // A machine of one's own, and stand-ins on it.
      }
      case PUBLIC -> {
        if (!"https".equals(address.getScheme())) {
          throw new NotDone("The API's address must begin with https.");
        }
        requirePublic(address.getHost());
      }
    }
  }

  private static void requirePublic(String host) throws NotDone {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!PublicAddress.is(address)) {
          throw new NotDone("The host '" + host + "' is not on the internet.");
        }
      }
    } catch (UnknownHostException unknown) {
      throw new NotDone("There is no host '" + host + "'.");
    }
  }
}
