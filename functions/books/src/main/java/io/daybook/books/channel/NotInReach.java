package io.daybook.books.channel;

import java.net.UnknownHostException;

/** A host's name leads to an address that may not be asked. */
final class NotInReach extends UnknownHostException {
  static final String REASON =
      "its host is on this machine, in a private network or in the cloud's own, which is not"
          + " allowed";

  private static final long serialVersionUID = 1L;

  NotInReach() {
    super(REASON);
  }
}
