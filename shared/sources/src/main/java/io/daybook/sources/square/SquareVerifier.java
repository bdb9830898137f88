package io.daybook.sources.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification;
import io.daybook.sources.Verification.Genuine;
import io.daybook.sources.Verification.Reason;
import io.daybook.sources.Verification.Refused;
import io.daybook.sources.Verifier;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Believes what Square signed: base64 of HMAC-SHA256 over the notification URL, byte for byte as it was subscribed, and
 * the raw body ({@code PLATFORMS.md} 2.4). It signs no time, so that only identity protects against replays.
 */
public final class SquareVerifier implements Verifier {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SIGNATURE = "x-square-hmacsha256-signature";

  @Override
  public String name() {
    return "square";
  }

  /** Without an address nothing that Square signs fits. */
  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    return verify("", headers, body, secrets, now);
  }

  /** Square signs no time, so that {@code now} decides nothing. */
  @Override
  public Verification verify(
      String address, Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    Optional<String> signature = headers.get(SIGNATURE);
    if (signature.isEmpty()) {
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
      genuine |= MessageDigest.isEqual(claimed, sign(secret, address, body));
    }
    return genuine ? new Genuine(EventType.topic(body)) : new Refused(Reason.WRONG_SIGNATURE);
  }

  private static byte[] sign(Secret secret, String address, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      mac.update(address.getBytes(UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
