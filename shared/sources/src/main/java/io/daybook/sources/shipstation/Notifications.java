package io.daybook.sources.shipstation;

import io.daybook.sources.Translation;
import io.daybook.sources.json.JsonTranslation;
import io.daybook.sources.shipping.Pulled;
import io.daybook.sources.shipping.TopLevel;
import java.util.List;

/** Webhooks that say only that there is something to read: known kinds tell no facts, others are parked. */
final class Notifications {
  /** docs.shipstation.com: webhooks of version 2 and of ShipEngine; resource types begin so. */
  static final List<String> VERSION_2 =
      List.of(
          "API_BATCH",
          "API_CARRIER_CONNECTED",
          "API_ORDER_SOURCE_REFRESH_COMPLETE",
          "API_RATE",
          "API_REPORT_COMPLETE",
          "API_SALES_ORDERS_IMPORTED",
          "API_TRACK",
          "BATCH_",
          "CARRIER_CONNECTED",
          "FULFILLMENT_",
          "LABEL_",
          "RATE_",
          "REPORT_COMPLETE",
          "SHIPMENT_",
          "TRACK_");

  /** docs.shipstation.com: the webhook model of version 1. */
  static final List<String> VERSION_1 =
      List.of(
          "ORDER_NOTIFY",
          "ITEM_ORDER_NOTIFY",
          "SHIP_NOTIFY",
          "ITEM_SHIP_NOTIFY",
          "FULFILLMENT_SHIPPED",
          "FULFILLMENT_REJECTED");

  private Notifications() {}

  static Translation of(byte[] body, List<String> known) {
    return JsonTranslation.one(
        body,
        root -> {
          String type = root.at("resource_type").text();
          return known.stream().anyMatch(type::startsWith)
              ? Pulled.facts()
              : new Translation.Unknown("shipstation webhook of type " + TopLevel.safe(type));
        });
  }
}
