package io.daybook.simulation.shopify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhooks as Shopify does: base64 of HMAC-SHA256 over the raw body, without a time. */
public final class ShopifyWebhooks {
  /** The header that carries the signature. */
  public static final String SIGNATURE = "X-Shopify-Hmac-Sha256";

  private ShopifyWebhooks() {}

  /** The signature of a body under an app's client secret. */
  public static String sign(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
