package io.daybook.simulation.deliveries;

import io.daybook.simulation.shopify.ShopifyWebhooks;
import io.daybook.simulation.stripe.StripeWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A webhook on its way.
 *
 * @param at when it is sent, in the month's own time
 * @param source who sends it
 * @param topic what it is called: {@code orders/create}, {@code charge.succeeded}
 * @param id the platform's id of the message; a second delivery has the same
 * @param turn the first or the second time
 * @param unsigned its headers but for the signature
 * @param body its raw body
 */
public record Delivery(
    Instant at,
    Source source,
    String topic,
    String id,
    Turn turn,
    Map<String, String> unsigned,
    String body) {
  /** Who sends. */
  public enum Source {
    /** Shopify. */
    SHOPIFY("shopify"),
    /** Stripe. */
    STRIPE("stripe");

    private final String name;

    Source(String name) {
      this.name = name;
    }

    /** As the hub's addresses write it. */
    public String path() {
      return name;
    }
  }

  /** Which of its deliveries it is. */
  public enum Turn {
    /** The first. */
    FIRST,
    /** Sent again although the first arrived. */
    AGAIN
  }

  /** Copies the headers. */
  public Delivery {
    unsigned = Map.copyOf(unsigned);
  }

  /** The body's bytes. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** All headers, signed with a secret at an instant: the sender's now, which receivers hold against their clocks. */
  public Map<String, String> signed(String secret, Instant now) {
    Map<String, String> headers = new TreeMap<>(unsigned);
    switch (source) {
      case SHOPIFY -> headers.put(ShopifyWebhooks.SIGNATURE, ShopifyWebhooks.sign(bytes(), secret));
      case STRIPE ->
          headers.put(StripeWebhooks.SIGNATURE, StripeWebhooks.sign(bytes(), secret, now));
    }
    return headers;
  }
}
