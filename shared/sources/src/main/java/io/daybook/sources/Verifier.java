package io.daybook.sources;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /**
   * What to answer a {@code GET} by which a platform asks, before it sends anything, whether the address is ours: a word of
   * the query that it wants back. Most ask nothing.
   *
   * @return letters, digits and {@code ._~-} only, so that it needs no escaping
   */
  default Optional<String> challenge(Headers headers) {
    return Optional.empty();
  }

  /** Of a source that calls no webhook: everything is refused. */
  static Verifier ofNobody(String name) {
    return new Verifier() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
        return new Verification.Refused(Verification.Reason.MISSING_HEADER);
      }
    };
  }
}
