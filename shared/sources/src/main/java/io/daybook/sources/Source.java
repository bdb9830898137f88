package io.daybook.sources;

import io.daybook.events.Origin;
import java.time.Instant;
import java.util.List;

/** A platform that tells us things. */
public interface Source {
  /** Its name in addresses and commands, such as {@code shopify}. */
  String name();

  /**
   * Whether the raw bytes were signed with one of the secrets (two during a rotation).
   *
   * @param now for signatures that carry a time
   */
  Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now);

  /**
   * What a kept message says.
   *
   * @param topic as {@link Verification.Genuine} or the pull named it
   * @param body the raw bytes
   * @param origin the connection's platform account
   */
  Translation translate(String topic, byte[] body, Origin origin);
}
