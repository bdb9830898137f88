package io.daybook.simulation.shopify;

import io.daybook.simulation.month.Line;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Refund;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What merchant and customer agreed on: the order, its edit, its refunds, each with its sales. */
final class AgreementNodes {
  private final OrderNodes orders;
  private final Nodes nodes;

  AgreementNodes(OrderNodes orders, Nodes nodes) {
    this.orders = orders;
    this.nodes = nodes;
  }

  List<Map<String, Object>> of(Order order) {
    List<Map<String, Object>> agreements = new ArrayList<>();
    Map<String, Object> placed =
        agreement("OrderAgreement", order.id() + 11, "ORDER", order.placedAt());
    Supplier<Map<String, Object>> owner = () -> orders.order(order);
    placed.put("order", owner);
    List<Map<String, Object>> sales = new ArrayList<>();
    for (Line line : order.lines()) {
      if (line.addedAt().isEmpty()) {
        sales.add(
            sale(
                "ProductSale",
                line.id() + 1,
                "ORDER",
                "PRODUCT",
                line.quantity(),
                line.netMinor()));
        sales.getLast().put("lineItem", orders.line(order, line));
      }
    }
    if (order.tipMinor() > 0) {
      sales.add(sale("TipSale", order.tipLineId() + 1, "ORDER", "TIP", 1, order.tipMinor()));
      sales.getLast().put("lineItem", orders.tip(order));
    }
    sales.add(
        sale(
            "ShippingLineSale",
            order.shipping().id() + 1,
            "ORDER",
            "SHIPPING",
            1,
            order.shipping().netMinor()));
    placed.put("sales", sales);
    agreements.add(placed);
    order
        .edit()
        .ifPresent(edit -> {
          // The agreement has an id of its own, not that of the edit in the webhook.
          Map<String, Object> edited =
              agreement("OrderEditAgreement", edit.id() + 13, "ORDER_EDIT", edit.at());
          Line added = edit.added();
          Map<String, Object> sale =
              sale(
                  "ProductSale",
                  added.id() + 1,
                  "ORDER",
                  "PRODUCT",
                  added.quantity(),
                  added.netMinor());
          sale.put("lineItem", orders.line(order, added));
          edited.put("sales", List.of(sale));
          agreements.add(edited);
        });
    order.refunds().forEach(refund -> agreements.add(refundAgreement(order, refund)));
    return agreements;
  }

  private Map<String, Object> refundAgreement(Order order, Refund refund) {
    Map<String, Object> agreement =
        agreement("RefundAgreement", refund.id() + 17, "REFUND", refund.at());
    Supplier<Map<String, Object>> given = () -> orders.refund(order, refund);
    agreement.put("refund", given);
    List<Map<String, Object>> sales = new ArrayList<>();
    for (Refund.Returned returned : refund.lines()) {
      sales.add(
          sale(
              "ProductSale",
              returned.id() + 1,
              "RETURN",
              "PRODUCT",
              -returned.quantity(),
              -returned.netMinor()));
      sales.getLast().put("lineItem", orders.line(order, returned.line()));
    }
    if (refund.shippingMinor() > 0) {
      sales.add(
          sale(
              "ShippingLineSale",
              refund.shippingId() + 1,
              "RETURN",
              "SHIPPING",
              -1,
              -refund.shippingMinor()));
    }
    if (refund.goodwillMinor() > 0) {
      sales.add(
          sale(
              "AdjustmentSale",
              refund.adjustmentId() + 1,
              "RETURN",
              "ADJUSTMENT",
              0,
              -refund.goodwillMinor()));
    }
    agreement.put("sales", sales);
    return agreement;
  }

  private static Map<String, Object> agreement(String type, long id, String reason, Instant at) {
    Map<String, Object> node = Nodes.node(type, id);
    node.put("happenedAt", Nodes.time(at));
    node.put("reason", reason);
    return node;
  }

  private Map<String, Object> sale(
      String type, long id, String action, String line, int quantity, long minor) {
    Map<String, Object> node = Nodes.node(type, id);
    node.put("actionType", action);
    node.put("lineType", line);
    node.put("quantity", quantity);
    node.put("totalAmount", nodes.bag(minor));
    node.put("totalDiscountAmountAfterTaxes", nodes.bag(0));
    node.put("totalDiscountAmountBeforeTaxes", nodes.bag(0));
    node.put("totalTaxAmount", nodes.bag(0));
    return node;
  }
}
