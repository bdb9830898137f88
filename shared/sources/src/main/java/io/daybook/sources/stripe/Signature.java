package io.daybook.sources.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.sources.Headers;
import io.daybook.sources.Secret;
import io.daybook.sources.Verification.Reason;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A {@code Stripe-Signature}: {@code t=…,v1=…[,v1=…]}, each v1 the hexadecimal HMAC-SHA256 of {@code t.body} under one
 * secret of the endpoint. Other schemes ({@code v0}) are left alone.
 *
 * @param time as it was signed, decimal seconds since 1970
 * @param candidates the signatures
 */
record Signature(String time, List<byte[]> candidates) {
  /** How far a signature's time may lie from now, on either side. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String HEADER = "Stripe-Signature";
  private static final int LONGEST_HEADER = 4096;

  /** Why the body is not genuine; empty if it is. */
  static Optional<Reason> refusal(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
    Optional<String> header = headers.get(HEADER);
    if (header.isEmpty()) {
      return Optional.of(Reason.MISSING_HEADER);
    }
    Optional<Signature> signature = parse(header.get());
    if (signature.isEmpty()) {
      return Optional.of(Reason.MALFORMED_SIGNATURE);
    }
    if (!signature.get().isBy(secrets, body)) {
      return Optional.of(Reason.WRONG_SIGNATURE);
    }
    return signature.get().staleness(now);
  }

  private static Optional<Signature> parse(String header) {
    if (header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    String time = "";
    List<byte[]> candidates = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String item = part.strip();
      if (item.startsWith("t=")) {
        time = item.substring(2);
      } else if (item.matches("v1=[0-9a-f]{64}")) {
        candidates.add(HexFormat.of().parseHex(item.substring(3)));
      }
    }
    return time.matches("[0-9]{1,11}") && !candidates.isEmpty()
        ? Optional.of(new Signature(time, candidates))
        : Optional.empty();
  }

  /** Looks at every pair, so that the time it takes says nothing of which one fits. */
  private boolean isBy(List<Secret> secrets, byte[] body) {
    boolean found = false;
    for (Secret secret : secrets) {
      byte[] expected = hmac(secret, body);
      for (byte[] candidate : candidates) {
        found |= MessageDigest.isEqual(expected, candidate);
      }
    }
    return found;
  }

  private byte[] hmac(Secret secret, byte[] body) {
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

  private Optional<Reason> staleness(Instant now) {
    Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
    if (signed.isBefore(now.minus(TOLERANCE))) {
      return Optional.of(Reason.TOO_OLD);
    }
    return signed.isAfter(now.plus(TOLERANCE))
        ? Optional.of(Reason.IN_THE_FUTURE)
        : Optional.empty();
  }
}
