package io.daybook.retrieval.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * What can be swept, in the order in which a sweep asks: costs before the parcels that need them, orders before the
 * money.
 */
enum Resource {
  ITEM_COSTS("item-costs", Document.ITEM_COSTS, "updated_at", Duration.ZERO, "/inventoryItems"),
  ORDERS("orders", Document.ORDERS, "updated_at", Duration.ZERO, "/orders"),
  /** Found by when they were opened, for the API knows no time of change; decided long after. */
  DISPUTES(
      "disputes",
      Document.DISPUTES,
      "initiated_at",
      Duration.ofDays(180),
      "/shopifyPaymentsAccount/disputes"),
  BALANCE_TRANSACTIONS(
      "balance-transactions",
      Document.BALANCE_TRANSACTIONS,
      "processed_at",
      Duration.ZERO,
      "/shopifyPaymentsAccount/balanceTransactions"),
  /** Found by when they were issued; paid or returned some days after. */
  PAYOUTS(
      "payouts",
      Document.PAYOUTS,
      "issued_at",
      Duration.ofDays(14),
      "/shopifyPaymentsAccount/payouts"),
  PAYOUT_TRANSACTIONS(
      "payout-transactions",
      Document.PAYOUTS,
      "issued_at",
      Duration.ofDays(14),
      "/shopifyPaymentsAccount/payouts");

  private final String word;
  private final Document document;
  private final String time;
  private final Duration lookBack;
  private final String path;

  Resource(String word, Document document, String time, Duration lookBack, String path) {
    this.word = word;
    this.document = document;
    this.time = time;
    this.lookBack = lookBack;
    this.path = path;
  }

  static Optional<Resource> of(String word) {
    return Arrays.stream(values()).filter(resource -> resource.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  String topic() {
    return "pull/" + word;
  }

  Document document() {
    return document;
  }

  /** The filter of a window, in whole seconds that cover it. */
  String query(Instant from, Instant to) {
    Instant first = from.minus(lookBack).truncatedTo(ChronoUnit.SECONDS);
    Instant end = to.truncatedTo(ChronoUnit.SECONDS);
    Instant last = end.equals(to) ? end : end.plusSeconds(1);
    return time + ":>='" + first + "' AND " + time + ":<'" + last + "'";
  }

  /** The query that a bulk operation runs for a window; empty for what is quicker asked in pages. */
  Optional<String> inBulk(Instant from, Instant to, boolean withPlaces) {
    Optional<Document> bulk =
        switch (this) {
          case ORDERS -> Optional.of(Document.ORDERS_IN_BULK);
          case ITEM_COSTS -> Optional.of(Document.ITEM_COSTS_IN_BULK);
          case DISPUTES, BALANCE_TRANSACTIONS, PAYOUTS, PAYOUT_TRANSACTIONS -> Optional.empty();
        };
    return bulk.map(document ->
        (withPlaces ? document.text() : document.textWithoutPlaces())
            .replace("WINDOW", query(from, to)));
  }

  /** The list in an answer; missing if the shop has no Shopify Payments. */
  JsonNode connection(JsonNode data) {
    return data.at(path);
  }
}
