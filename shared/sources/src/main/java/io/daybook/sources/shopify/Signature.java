package io.daybook.sources.shopify;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Genuine;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verification.Refused;
import io.daybook.sources.signature.Encoded;
import io.daybook.sources.signature.Hmac;
import java.util.List;
import java.util.Optional;

/**
 * Shopify's signature: base64 of HMAC-SHA256 over the raw body. It carries no time, so that only identity protects
 * against replays ({@code PLATFORMS.md} 2.1).
 */
final class Signature {
  /** The names in use: the classic ones, and those of the Events product, which lost their prefix. */
  private static final List<Naming> NAMINGS =
      List.of(
          new Naming("X-Shopify-Hmac-Sha256", "X-Shopify-Topic"),
          new Naming("Shopify-Hmac-Sha256", "Shopify-Topic"));

  private record Naming(String signature, String topic) {}

  private Signature() {}

  static Verification verify(Headers headers, byte[] body, List<Secret> secrets) {
    Optional<String> signature = Optional.empty();
    Optional<String> topic = Optional.empty();
    for (Naming names : NAMINGS) {
      if (signature.isEmpty()) {
        signature = headers.get(names.signature);
        topic = headers.get(names.topic);
      }
    }
    if (signature.isEmpty() || topic.isEmpty() || topic.get().isBlank()) {
      return new Refused(Reason.MISSING_HEADER);
    }
    Optional<byte[]> claimed = Encoded.base64(signature.get());
    if (claimed.isEmpty()) {
      return new Refused(Reason.MALFORMED_SIGNATURE);
    }
    return Hmac.isByAny(secrets, claimed.get(), body)
        ? new Genuine(topic.get())
        : new Refused(Reason.WRONG_SIGNATURE);
  }
}
