package io.daybook.sources;

import io.daybook.events.Origin;

/** A platform that tells us things. */
public interface Source extends Verifier {
  /**
   * What a kept message says.
   *
   * @param topic as {@link Verification.Genuine} or the pull named it
   * @param body the raw bytes
   * @param origin the connection's platform account
   */
  Translation translate(String topic, byte[] body, Origin origin);
}
