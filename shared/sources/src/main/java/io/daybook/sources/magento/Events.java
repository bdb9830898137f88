package io.daybook.sources.magento;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.sources.json.Field;
import io.daybook.sources.json.Parked;
import io.daybook.sources.magento.EventType.Document;
import java.util.List;
import java.util.Optional;

/**
 * Adobe I/O Events: envelopes of CloudEvents round what a shop was told to send of an object. What it sends without the
 * fields that the books need, and a document without its order, tells nothing: the next sweep brings it.
 */
final class Events {
  private Events() {}

  static List<Fact> event(Told event, Origin origin) {
    String type = event.word("type");
    Document document = EventType.of(type).orElseThrow(() -> Parked.word("magento event", type));
    if (document == Document.NONE) {
      return List.of();
    }
    Told value = event.at("data").at("value");
    return switch (document) {
      case ORDER -> isWhole(value) ? Orders.order(value, origin) : List.of();
      case INVOICE ->
          joined(value, "invoice").map(told -> Invoices.invoice(told, origin)).orElse(List.of());
      case CREDIT_MEMO ->
          joined(value, "creditmemo").map(told -> CreditMemos.memo(told, origin)).orElse(List.of());
      case SHIPMENT ->
          joined(value, "shipment").map(told -> Shipments.shipment(told, origin)).orElse(List.of());
      case NONE -> List.of();
    };
  }

  /** A document under its name beside the order that it holds, as the retriever joins them. */
  private static Optional<Told> joined(Told value, String document) {
    Optional<Told> order = value.maybe("order").filter(Events::isWhole);
    if (order.isEmpty() || !has(value, List.of("entity_id", "order_id", "created_at", "items"))) {
      return Optional.empty();
    }
    ObjectNode joined = JsonNodeFactory.instance.objectNode();
    joined.set(document, value.field().node());
    joined.set("order", order.get().field().node());
    return Optional.of(new Told(Field.root(joined)));
  }

  private static boolean isWhole(Told order) {
    return has(
            order,
            List.of(
                "entity_id",
                "state",
                "created_at",
                "updated_at",
                "base_currency_code",
                "base_grand_total",
                "items"))
        && order.list("items").stream()
            .allMatch(item -> has(item, List.of("item_id", "qty_ordered", "base_row_total")));
  }

  private static boolean has(Told told, List<String> fields) {
    return fields.stream().allMatch(name -> told.field().maybe(name).isPresent());
  }
}
