package io.daybook.retrieval.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query or mutation, kept as a resource. */
enum Document {
  ITEM_COSTS("item-costs"),
  ITEM_COSTS_IN_BULK("item-costs-in-bulk"),
  ORDERS("orders"),
  ORDERS_IN_BULK("orders-in-bulk"),
  ORDERS_BY_ID("orders-by-id"),
  ORDER_PARTS("order-parts"),
  REFUND_PARTS("refund-parts"),
  FULFILLMENT_PARTS("fulfillment-parts"),
  GIFT_CARDS("gift-cards"),
  DISPUTES("disputes"),
  BALANCE_TRANSACTIONS("balance-transactions"),
  PAYOUTS("payouts"),
  PAYOUT_TRANSACTIONS("payout-transactions"),
  BULK_RUN("bulk-run"),
  BULK_OPERATIONS("bulk-operations"),
  BULK_OPERATION("bulk-operation"),
  HEALTH("health"),
  SUBSCRIPTIONS("subscriptions"),
  SUBSCRIBE("subscribe"),
  RESUBSCRIBE("resubscribe");

  private static final Pattern SPREAD = Pattern.compile("[.]{3}([A-Z][A-Za-z]*)");

  private final String resource;

  Document(String name) {
    this.resource = name + ".graphql";
  }

  /** Whether asking twice does no harm: a bulk operation that was begun, unheard, must not be begun again. */
  boolean isRepeatable() {
    return this != BULK_RUN;
  }

  /** Whether it asks for places, which needs the scope {@code read_locations}. */
  boolean asksForPlaces() {
    return switch (this) {
      case ORDERS, ORDERS_IN_BULK, ORDERS_BY_ID, REFUND_PARTS -> true;
      case ITEM_COSTS,
          ITEM_COSTS_IN_BULK,
          ORDER_PARTS,
          FULFILLMENT_PARTS,
          GIFT_CARDS,
          DISPUTES,
          BALANCE_TRANSACTIONS,
          PAYOUTS,
          PAYOUT_TRANSACTIONS,
          BULK_RUN,
          BULK_OPERATIONS,
          BULK_OPERATION,
          HEALTH,
          SUBSCRIPTIONS,
          SUBSCRIBE,
          RESUBSCRIBE ->
          false;
    };
  }

  /** The same without places. */
  String textWithoutPlaces() {
    return text().replaceAll("(?m)^ *(retailL|l)ocation \\{ id }\n", "");
  }

  /** The document, with the fragments that it uses and those that they use: Shopify refuses one that is not used. */
  String text() {
    StringBuilder text = new StringBuilder(read(resource));
    Set<String> used = new HashSet<>();
    Matcher spread = SPREAD.matcher(text);
    // What a fragment uses stands behind it, and is found in its turn.
    for (int at = 0; spread.find(at); at = spread.end()) {
      if (used.add(spread.group(1))) {
        text.append('\n').append(read("fragments/" + spread.group(1) + ".graphql"));
      }
    }
    return text.toString();
  }

  private static String read(String resource) {
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
