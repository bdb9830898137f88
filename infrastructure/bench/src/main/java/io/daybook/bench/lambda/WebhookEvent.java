package io.daybook.bench.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.bench.load.Shop;
import io.daybook.simulation.deliveries.Delivery;
import java.time.Instant;
import java.util.Locale;

/** A webhook as a function URL hands it over: payload format 2.0. */
public final class WebhookEvent {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private WebhookEvent() {}

  /** A shop's webhook, signed at an instant. */
  public static byte[] of(Shop shop, Delivery delivery, Instant now) {
    String path = shop.hook(delivery.source());
    ObjectNode event = MAPPER.createObjectNode();
    event.put("version", "2.0").put("rawPath", path).put("rawQueryString", "");
    ObjectNode headers = event.putObject("headers");
    delivery
        .signed(shop.secret(delivery.source()), now)
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    event.putObject("requestContext").putObject("http").put("method", "POST").put("path", path);
    event.put("body", delivery.body()).put("isBase64Encoded", false);
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }
}
