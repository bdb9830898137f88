package io.daybook.ingest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.daybook.ledger.Bytes;
import io.daybook.sources.HookAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An event of a platform's own bus, as the rule hands it over: {@code {"hook":"/hooks/…","type":…,"detail":…}}. The detail is
 * what a webhook's body would be (Stripe), or holds it as {@code payload} beside the headers as {@code metadata} (Shopify).
 *
 * @param address whose connection it is, as the rule says
 * @param topic as a webhook would name it
 * @param body the webhook's body
 */
record BridgeEvent(HookAddress address, String topic, Bytes body) {
  private static final String SHOPIFY_TOPIC = "X-Shopify-Topic";

  /**
   * Reads an event.
   *
   * @throws IOException if it is none
   */
  static BridgeEvent read(InputStream input) throws IOException {
    JsonObject event = parse(input);
    HookAddress address =
        HookAddress.parse(text(event, "hook"))
            .orElseThrow(() -> new IOException("the event names no connection"));
    JsonObject detail =
        object(event, "detail").orElseThrow(() -> new IOException("the event has no detail"));
    Optional<JsonObject> payload = object(detail, "payload");
    Optional<JsonObject> metadata = object(detail, "metadata");
    return payload.isPresent() && metadata.isPresent()
        ? new BridgeEvent(
            address,
            topic(text(metadata.get(), SHOPIFY_TOPIC)),
            Bytes.utf8(payload.get().toString()))
        : new BridgeEvent(address, topic(text(event, "type")), Bytes.utf8(detail.toString()));
  }

  private static JsonObject parse(InputStream input) throws IOException {
    try (JsonReader json = new JsonReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      json.setStrictness(Strictness.STRICT);
      JsonElement parsed = JsonParser.parseReader(json);
      if (!parsed.isJsonObject()) {
        throw new IOException("the event is no object");
      }
      return parsed.getAsJsonObject();
    } catch (JsonParseException e) {
      throw new IOException("the event is no JSON", e);
    }
  }

  private static Optional<JsonObject> object(JsonObject in, String name) {
    return Optional.ofNullable(in.get(name))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject);
  }

  private static String text(JsonObject in, String name) {
    return Optional.ofNullable(in.get(name))
        .filter(value -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isString())
        .map(JsonElement::getAsString)
        .orElse("");
  }

  /** What is no word of a platform's is not repeated; the message is kept all the same, and parked. */
  private static String topic(String told) {
    return told.matches("[a-z0-9_./]{1,100}") && !told.startsWith("pull/") ? told : "event";
  }
}
