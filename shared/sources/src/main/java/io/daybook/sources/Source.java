package io.daybook.sources;

import io.daybook.events.Origin;
import java.util.Optional;

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

  /**
   * The platform's id of an object that a message only announces and does not hold: the next sweep brings it, and it was not
   * missed. Most platforms send objects whole.
   *
   * @param topic as {@link Verification.Genuine} named it
   * @param body the raw bytes
   */
  default Optional<String> announced(String topic, byte[] body) {
    return Optional.empty();
  }
}
