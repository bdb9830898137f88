package io.daybook.simulation.magento;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Adobe I/O Events: envelopes, two key pairs, and the headers by which a webhook is believed. */
public final class AdobeEvents {
  /** Where the first public key is. */
  public static final String FIRST_PATH = "/prod/keys/pub-key-first.pem";

  /** Where the second public key is. */
  public static final String SECOND_PATH = "/prod/keys/pub-key-second.pem";

  private final KeyPair first = pair();
  private final KeyPair second = pair();

  /**
   * An event about an object.
   *
   * @param name such as {@code sales_order_save_commit_after}
   * @param recipient the client id of who receives it
   */
  public static String event(String name, JsonNode value, String recipient, Instant at) {
    String id =
        UUID.nameUUIDFromBytes((name + value.path("entity_id") + at).getBytes(UTF_8)).toString();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.put("type", "com.adobe.commerce.observer." + name);
    event.put("source", "urn:uuid:9dd02f4d-0000-4000-8000-ac43af7ae821");
    event.put("id", id);
    event.put("time", at.toString());
    event.put("datacontenttype", "application/json");
    ObjectNode content = event.putObject("data");
    content.put("key", id);
    content.put("source", "demo.production");
    content.set("value", value);
    event.put("event_id", id);
    event.put("recipient_client_id", recipient);
    event.put("eventid", id);
    event.put("recipientclientid", recipient);
    return event.toString();
  }

  /** The headers of a delivery. */
  public Map<String, String> headers(byte[] body) {
    return Map.of(
        "x-adobe-digital-signature-1",
        sign(first, body),
        "x-adobe-public-key1-path",
        FIRST_PATH,
        "x-adobe-digital-signature-2",
        sign(second, body),
        "x-adobe-public-key2-path",
        SECOND_PATH);
  }

  /** The public keys by path, as Adobe publishes them. */
  public Map<String, String> published() {
    return Map.of(FIRST_PATH, pem(first), SECOND_PATH, pem(second));
  }

  private static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  private static String sign(KeyPair pair, byte[] body) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA256withRSA", e);
    }
  }
}
