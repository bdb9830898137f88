package io.daybook.sources;

import java.time.Instant;
import java.util.List;

/** Tells whether a message is from a platform. All that the door needs of one. */
public interface Verifier {
  /** The platform's name in addresses and commands, such as {@code shopify}. */
  String name();

  /**
   * Whether the raw bytes were signed with one of the secrets (two during a rotation).
   *
   * @param now for signatures that carry a time
   */
  Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now);

  /**
   * The same, for platforms that sign the address that they send to.
   *
   * @param address as the platform was told, else as the request itself says; most have no use for it
   */
  default Verification verify(
      String address, Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return verify(headers, body, secrets, now);
  }
}
