package io.daybook.sources.generic;

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
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Believes what is signed as {@code docs/sources/generic.md} says: hex of HMAC-SHA256 over the timestamp header, a dot and
 * the raw body, at most 300 seconds ago or ahead.
 */
public final class GenericVerifier implements Verifier {
  /** Seconds since 1970 at which the message was signed. */
  public static final String TIMESTAMP = "Daybook-Timestamp";

  /** {@code v1=} and 64 hexadecimal digits; several, with commas between, while a secret is rotated. */
  public static final String SIGNATURE = "Daybook-Signature";

  /** The topic of all messages. */
  static final String FACTS = "facts";

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int LONGEST_HEADER = 1000;

  @Override
  public String name() {
    return "generic";
  }

  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    Optional<String> timestamp = headers.get(TIMESTAMP);
    Optional<String> signature = headers.get(SIGNATURE);
    if (timestamp.isEmpty() || signature.isEmpty()) {
      return new Refused(Reason.MISSING_HEADER);
    }
    String time = timestamp.get().strip();
    if (!time.matches("[0-9]{1,11}")
        || signature.get().length() > LONGEST_HEADER
        || !signature.get().matches("\\s*v1=[0-9a-fA-F]{64}(\\s*,\\s*v1=[0-9a-fA-F]{64})*\\s*")) {
      return new Refused(Reason.MALFORMED_SIGNATURE);
    }
    if (!isBy(secrets, signature.get(), time, body)) {
      return new Refused(Reason.WRONG_SIGNATURE);
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
    if (signed.isBefore(now.minus(TOLERANCE))) {
      return new Refused(Reason.TOO_OLD);
    }
    return signed.isAfter(now.plus(TOLERANCE))
        ? new Refused(Reason.IN_THE_FUTURE)
        : new Genuine(FACTS);
  }

  /** Looks at every pair, so that the time it takes says nothing of which one fits. */
  private static boolean isBy(List<Secret> secrets, String signatures, String time, byte[] body) {
    boolean found = false;
    for (Secret secret : secrets) {
      byte[] expected = hmac(secret, time, body);
      for (String one : signatures.split(",", -1)) {
        byte[] claimed = HexFormat.of().parseHex(one.strip().substring(3));
        found |= MessageDigest.isEqual(expected, claimed);
      }
    }
    return found;
  }

  private static byte[] hmac(Secret secret, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
      mac.update(time.getBytes(UTF_8));
      mac.update((byte) '.');
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
