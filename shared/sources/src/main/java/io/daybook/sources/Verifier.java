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
}
