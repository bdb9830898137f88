package io.daybook.simulation.square;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as Square sends them, and its signature: base64 of HMAC-SHA256 over notification URL and raw body. */
public final class SquareWebhooks {
  /** The header that carries the signature. */
  public static final String SIGNATURE = "x-square-hmacsha256-signature";

  private SquareWebhooks() {}

  /**
   * An event about an object.
   *
   * @param kind the object's, such as {@code payment}
   */
  public static String event(
      String merchant, String type, String kind, JsonNode object, Instant at) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("merchant_id", merchant);
    event.put("type", type);
    String id = object.path("id").asText("");
    event.put(
        "event_id",
        UUID.nameUUIDFromBytes((type + id + at).getBytes(StandardCharsets.UTF_8)).toString());
    event.put("created_at", at.toString());
    ObjectNode content = event.putObject("data");
    content.put("type", kind);
    content.put("id", id);
    content.putObject("object").set(kind, object);
    return event.toString();
  }

  /** The header's value for a body that is sent to a notification URL. */
  public static String sign(String notificationUrl, byte[] body, String signatureKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(signatureKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(notificationUrl.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
