package io.daybook.simulation.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs events as Stripe does: hex of HMAC-SHA256 over time, dot and raw body. */
public final class StripeWebhooks {
  /** The header that carries the signature. */
  public static final String SIGNATURE = "Stripe-Signature";

  private StripeWebhooks() {}

  /** The header's value for a body under an endpoint's secret, signed at an instant. */
  public static String sign(byte[] body, String secret, Instant now) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((now.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
      return "t=" + now.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
