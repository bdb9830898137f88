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
 *
 * <p>A connection's secret is the pair of {@link #secret}: a subscription's key and its address. What the request says
 * of the host it came to decides nothing, so that a proxy in front of the hub changes nothing.
 */
public final class SquareVerifier implements Verifier {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SIGNATURE = "x-square-hmacsha256-signature";

  /** The secret that a connection keeps: the subscription's signature key and the address it notifies. */
  public static byte[] secret(String signatureKey, String notificationUrl) {
    if (signatureKey.indexOf('\n') >= 0 || notificationUrl.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("signature key or notification URL has a line break");
    }
    return (signatureKey.strip() + "\n" + notificationUrl.strip()).getBytes(UTF_8);
  }

  @Override
  public String name() {
    return "square";
  }

  /** Square signs no time, so that {@code now} decides nothing. */
  @Override
  public Verification verify(Headers headers, byte[] body, List<Secret> secrets, Instant now) {
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
      genuine |= MessageDigest.isEqual(claimed, sign(secret, body));
    }
    return genuine ? new Genuine(EventType.topic(body)) : new Refused(Reason.WRONG_SIGNATURE);
  }

  /** A secret without an address signs nothing that Square would: it is used as it is, and never fits. */
  private static byte[] sign(Secret secret, byte[] body) {
    String pair = new String(secret.bytes(), UTF_8);
    int lineBreak = pair.indexOf('\n');
    String key = lineBreak > 0 ? pair.substring(0, lineBreak) : pair;
    String url = lineBreak > 0 ? pair.substring(lineBreak + 1) : "";
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      mac.update(url.getBytes(UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
