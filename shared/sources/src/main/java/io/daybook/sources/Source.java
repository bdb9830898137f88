package io.daybook.sources;

import io.daybook.events.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A platform that tells us things. */
public interface Source extends Verifier {
  /** What its messages are believed by. */
  Verifier verifier();

  @Override
  default String name() {
    return verifier().name();
  }

  @Override
  default Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return verifier().verify(headers, body, secrets, now);
  }

  @Override
  default Verification verify(
      String address, Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return verifier().verify(address, headers, body, secrets, now);
  }

  @Override
  default Optional<String> challenge(Headers headers) {
    return verifier().challenge(headers);
  }

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
