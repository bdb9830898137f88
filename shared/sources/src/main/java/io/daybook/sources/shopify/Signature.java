package io.daybook.sources.shopify;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Genuine;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verification.Refused;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shopify's signature: base64 of HMAC-SHA256 over the raw body. It carries no time, so that only identity protects
 * against replays ({@code PLATFORMS.md} 2.1).
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

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
    byte[] claimed;
    try {
      claimed = Base64.getDecoder().decode(signature.get());
    } catch (IllegalArgumentException e) {
      return new Refused(Reason.MALFORMED_SIGNATURE);
    }
    boolean genuine = false;
    // All secrets are tried, so that the time taken does not tell which one matched.
    for (Secret secret : secrets) {
      genuine |= MessageDigest.isEqual(claimed, sign(body, secret));
    }
    return genuine ? new Genuine(topic.get()) : new Refused(Reason.WRONG_SIGNATURE);
  }

  private static byte[] sign(byte[] body, Secret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
