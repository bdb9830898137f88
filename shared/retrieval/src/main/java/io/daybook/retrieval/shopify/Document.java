package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A query or mutation, kept as a resource. */
enum Document {
  ITEM_COSTS("item-costs"),
  ORDERS("orders"),
  ORDER_PARTS("order-parts"),
  REFUND_PARTS("refund-parts"),
  FULFILLMENT_PARTS("fulfillment-parts"),
  DISPUTES("disputes"),
  BALANCE_TRANSACTIONS("balance-transactions"),
  PAYOUTS("payouts"),
  PAYOUT_TRANSACTIONS("payout-transactions"),
  HEALTH("health"),
  SUBSCRIPTIONS("subscriptions"),
  SUBSCRIBE("subscribe"),
  RESUBSCRIBE("resubscribe");

  private final String resource;

  Document(String name) {
    this.resource = name + ".graphql";
  }

  String text() {
    try (InputStream in = Document.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + resource, e);
    }
  }
}
