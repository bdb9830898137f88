package io.daybook.simulation.shopify;

import io.daybook.simulation.month.Customer;
import io.daybook.simulation.month.DiscountCode;
import io.daybook.simulation.month.Line;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Parcel;
import io.daybook.simulation.month.Payment;
import io.daybook.simulation.month.Refund;
import io.daybook.simulation.month.Setting;
import io.daybook.simulation.month.Shipping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Orders as the GraphQL API gives them: as they stand at an instant. */
final class OrderNodes {
  private final Nodes nodes;
  private final Instant seen;

  OrderNodes(Setting setting, Instant seen) {
    this.nodes = new Nodes(setting);
    this.seen = seen;
  }

  Map<String, Object> order(Order order) {
    Map<String, Object> node = Nodes.node("Order", order.id());
    long total = order.totalMinor(seen);
    long back = order.refunds().stream().mapToLong(Refund::amountMinor).sum();
    long goods = order.lines().stream().mapToLong(Line::netMinor).sum();
    long tax = order.shipping().taxMinor() + order.lines().stream().mapToLong(Line::taxMinor).sum();
    long discounts =
        order.shipping().discountMinor()
            + order.lines().stream().mapToLong(Line::discountMinor).sum();
    node.put("agreements", new AgreementNodes(this, nodes).of(order));
    node.put("billingAddress", address(order.customer()));
    order.cancelledAt().ifPresent(at -> node.put("cancelledAt", Nodes.time(at)));
    order.cancelledAt().ifPresent(at -> node.put("cancelReason", "CUSTOMER"));
    node.put("closed", false);
    node.put("confirmed", true);
    node.put("createdAt", Nodes.time(order.placedAt()));
    node.put("currencyCode", "USD");
    node.put("currentTotalPriceSet", nodes.bag(total - back));
    node.put("currentSubtotalPriceSet", nodes.bag(goods - linesBack(order)));
    node.put("currentTotalTaxSet", nodes.bag(tax - taxBack(order)));
    order.code().ifPresent(code -> node.put("discountCode", code.name()));
    node.put("discountCodes", order.code().map(code -> List.of(code.name())).orElse(List.of()));
    node.put("displayFinancialStatus", financialStatus(back, total));
    node.put("displayFulfillmentStatus", fulfillmentStatus(order));
    node.put("edited", order.edit().isPresent());
    node.put("email", order.customer().email());
    node.put(
        "fulfillments", order.parcels().stream().map(parcel -> parcel(order, parcel)).toList());
    List<Map<String, Object>> lines =
        new ArrayList<>(order.lines().stream().map(line -> line(order, line)).toList());
    if (order.tipMinor() > 0) {
      lines.add(tip(order));
    }
    node.put("lineItems", lines);
    node.put("name", order.name());
    node.put("paymentGatewayNames", List.of(order.processor().gateway()));
    node.put("presentmentCurrencyCode", "USD");
    node.put("processedAt", Nodes.time(order.placedAt()));
    node.put("refunds", order.refunds().stream().map(refund -> refund(order, refund)).toList());
    node.put("shippingAddress", address(order.customer()));
    node.put("shippingLine", shipping(order));
    node.put("shippingLines", List.of(shipping(order)));
    node.put("sourceName", "web");
    node.put("subtotalPriceSet", nodes.bag(goods));
    node.put("tags", List.of());
    node.put("taxExempt", false);
    node.put("taxLines", List.of());
    node.put("taxesIncluded", false);
    node.put("test", false);
    node.put("totalDiscountsSet", nodes.bag(discounts));
    node.put("totalOutstandingSet", nodes.bag(0));
    node.put("totalPriceSet", nodes.bag(total));
    node.put("totalReceivedSet", nodes.bag(total));
    node.put("totalRefundedSet", nodes.bag(back));
    node.put("totalShippingPriceSet", nodes.bag(order.shipping().netMinor()));
    node.put("totalTaxSet", nodes.bag(tax));
    node.put("totalTipReceivedSet", nodes.bag(order.tipMinor()));
    node.put("transactions", transactions(order));
    node.put("unpaid", false);
    node.put("updatedAt", Nodes.time(order.updatedAt(seen)));
    return node;
  }

  private static long linesBack(Order order) {
    return order.refunds().stream()
        .flatMap(refund -> refund.lines().stream())
        .mapToLong(Refund.Returned::netMinor)
        .sum();
  }

  private static long taxBack(Order order) {
    long lines =
        order.refunds().stream()
            .flatMap(refund -> refund.lines().stream())
            .mapToLong(Refund.Returned::taxMinor)
            .sum();
    return lines + order.refunds().stream().mapToLong(Refund::shippingTaxMinor).sum();
  }

  private static String financialStatus(long back, long total) {
    if (back == 0) {
      return "PAID";
    }
    return back < total ? "PARTIALLY_REFUNDED" : "REFUNDED";
  }

  private String fulfillmentStatus(Order order) {
    int packed = order.lines().stream().mapToInt(line -> order.packed(line, seen)).sum();
    int wanted = order.lines().stream().mapToInt(Line::quantity).sum();
    if (packed == 0) {
      return "UNFULFILLED";
    }
    return packed < wanted ? "PARTIALLY_FULFILLED" : "FULFILLED";
  }

  private static Map<String, Object> address(Customer customer) {
    Map<String, Object> node = Nodes.node("MailingAddress", customer.id() + 1);
    node.put("address1", customer.street());
    node.put("city", customer.region().city());
    node.put("country", "United States");
    node.put("countryCodeV2", "US");
    node.put("firstName", customer.firstName());
    node.put("lastName", customer.lastName());
    node.put("name", customer.name());
    node.put("province", customer.region().state());
    node.put("provinceCode", customer.region().code());
    node.put("zip", customer.zip());
    return node;
  }

  Map<String, Object> line(Order order, Line line) {
    int refunded = order.refunded(line, seen);
    int packed = order.packed(line, seen);
    Map<String, Object> node = Nodes.node("LineItem", line.id());
    node.put("currentQuantity", line.quantity() - refunded);
    node.put("discountAllocations", nodes.allocations(line.discountMinor()));
    node.put("discountedTotalSet", nodes.bag(line.grossMinor()));
    node.put("duties", List.of());
    node.put("isGiftCard", false);
    node.put("name", line.item().title() + " - " + line.item().variant());
    node.put("nonFulfillableQuantity", 0);
    node.put("originalTotalSet", nodes.bag(line.grossMinor()));
    node.put("originalUnitPriceSet", nodes.bag(line.item().priceMinor()));
    node.put("quantity", line.quantity());
    node.put("refundableQuantity", line.quantity() - refunded);
    node.put("requiresShipping", true);
    node.put("sku", line.item().sku());
    node.put("taxLines", nodes.taxes(line.taxes()));
    node.put("taxable", line.item().taxable());
    node.put("title", line.item().title());
    node.put("totalDiscountSet", nodes.bag(0));
    node.put("unfulfilledQuantity", Math.max(0, line.quantity() - packed - refunded));
    node.put("variantTitle", line.item().variant());
    node.put("vendor", "Blue Cup Coffee");
    return node;
  }

  Map<String, Object> tip(Order order) {
    Map<String, Object> node = Nodes.node("LineItem", order.tipLineId());
    node.put("currentQuantity", 1);
    node.put("discountAllocations", List.of());
    node.put("discountedTotalSet", nodes.bag(order.tipMinor()));
    node.put("duties", List.of());
    node.put("isGiftCard", false);
    node.put("name", "Tip");
    node.put("nonFulfillableQuantity", 1);
    node.put("originalTotalSet", nodes.bag(order.tipMinor()));
    node.put("originalUnitPriceSet", nodes.bag(order.tipMinor()));
    node.put("quantity", 1);
    node.put("refundableQuantity", 1);
    node.put("requiresShipping", false);
    node.put("taxLines", List.of());
    node.put("taxable", false);
    node.put("title", "Tip");
    node.put("totalDiscountSet", nodes.bag(0));
    node.put("unfulfilledQuantity", 0);
    return node;
  }

  private Map<String, Object> shipping(Order order) {
    Shipping shipping = order.shipping();
    Map<String, Object> node = Nodes.node("ShippingLine", shipping.id());
    boolean discounted = order.code().filter(DiscountCode::onShipping).isPresent();
    node.put("code", shipping.title());
    node.put("currentDiscountedPriceSet", nodes.bag(shipping.netMinor()));
    node.put("custom", false);
    node.put(
        "discountAllocations",
        discounted ? nodes.allocations(shipping.discountMinor()) : List.of());
    node.put("discountedPriceSet", nodes.bag(shipping.netMinor()));
    node.put("isRemoved", false);
    node.put("originalPriceSet", nodes.bag(shipping.grossMinor()));
    node.put("source", "shopify");
    node.put("taxLines", nodes.taxes(shipping.taxes()));
    node.put("title", shipping.title());
    return node;
  }

  private List<Map<String, Object>> transactions(Order order) {
    List<Map<String, Object>> transactions = new ArrayList<>();
    order.payments().forEach(payment -> transactions.add(sale(order, payment)));
    order.refunds().forEach(refund -> transactions.add(giving(order, refund)));
    return transactions;
  }

  private Map<String, Object> sale(Order order, Payment payment) {
    return transaction(
        order, payment.id(), "SALE", payment.at(), payment.amountMinor(), payment.reference());
  }

  private Map<String, Object> giving(Order order, Refund refund) {
    Map<String, Object> node =
        transaction(
            order,
            refund.transactionId(),
            "REFUND",
            refund.at(),
            refund.amountMinor(),
            refund.reference());
    node.put("parentTransaction", sale(order, refund.parent()));
    return node;
  }

  private Map<String, Object> transaction(
      Order order, long id, String kind, Instant at, long minor, String authorization) {
    Map<String, Object> node = Nodes.node("OrderTransaction", id);
    node.put("accountNumber", "•••• •••• •••• 4242");
    node.put("amountSet", nodes.bag(minor));
    node.put("authorizationCode", authorization);
    node.put("createdAt", Nodes.time(at));
    node.put("formattedGateway", order.processor().gateway());
    node.put("gateway", order.processor().gateway());
    node.put("kind", kind);
    node.put("manualPaymentGateway", false);
    node.put("paymentId", order.name() + ".1");
    node.put("processedAt", Nodes.time(at));
    node.put("status", "SUCCESS");
    node.put("test", false);
    return node;
  }

  Map<String, Object> parcel(Order order, Parcel parcel) {
    Map<String, Object> node = Nodes.node("Fulfillment", parcel.id());
    node.put("createdAt", Nodes.time(parcel.at()));
    node.put("displayStatus", "FULFILLED");
    node.put(
        "fulfillmentLineItems",
        parcel.contents().stream().map(packed -> packed(order, packed)).toList());
    node.put("name", order.name() + "-F" + (order.parcels().indexOf(parcel) + 1));
    Supplier<Map<String, Object>> owner = () -> order(order);
    node.put("order", owner);
    node.put("requiresShipping", true);
    node.put("status", "SUCCESS");
    node.put("totalQuantity", parcel.contents().stream().mapToInt(Parcel.Packed::quantity).sum());
    node.put("trackingInfo", List.of(Map.of("company", "USPS", "number", parcel.tracking())));
    node.put("updatedAt", Nodes.time(parcel.at()));
    return node;
  }

  private Map<String, Object> packed(Order order, Parcel.Packed packed) {
    Map<String, Object> node = Nodes.node("FulfillmentLineItem", packed.id());
    long gross = packed.line().item().priceMinor() * packed.quantity();
    node.put("discountedTotalSet", nodes.bag(gross));
    node.put("lineItem", line(order, packed.line()));
    node.put("originalTotalSet", nodes.bag(gross));
    node.put("quantity", packed.quantity());
    return node;
  }

  Map<String, Object> refund(Order order, Refund refund) {
    Map<String, Object> node = Nodes.node("Refund", refund.id());
    node.put("createdAt", Nodes.time(refund.at()));
    node.put("duties", List.of());
    Supplier<Map<String, Object>> owner = () -> order(order);
    node.put("order", owner);
    node.put("orderAdjustments", adjustments(refund));
    node.put("processedAt", Nodes.time(refund.at()));
    node.put(
        "refundLineItems", refund.lines().stream().map(line -> returned(order, line)).toList());
    node.put("refundShippingLines", shippingBack(order, refund));
    node.put("totalRefundedSet", nodes.bag(refund.amountMinor()));
    node.put("transactions", List.of(giving(order, refund)));
    node.put("updatedAt", Nodes.time(refund.at()));
    return node;
  }

  private Map<String, Object> returned(Order order, Refund.Returned returned) {
    Map<String, Object> node = Nodes.node("RefundLineItem", returned.id());
    node.put("lineItem", line(order, returned.line()));
    node.put("priceSet", nodes.bag(returned.line().item().priceMinor()));
    node.put("quantity", returned.quantity());
    node.put("restockType", returned.restock().name());
    node.put("restocked", returned.restock() != Refund.Restock.NO_RESTOCK);
    node.put("subtotalSet", nodes.bag(returned.netMinor()));
    node.put("totalTaxSet", nodes.bag(returned.taxMinor()));
    return node;
  }

  private List<Map<String, Object>> shippingBack(Order order, Refund refund) {
    if (refund.shippingMinor() + refund.shippingTaxMinor() == 0) {
      return List.of();
    }
    Map<String, Object> node = Nodes.node("RefundShippingLine", refund.shippingId());
    node.put("shippingLine", shipping(order));
    node.put("subtotalAmountSet", nodes.bag(refund.shippingMinor()));
    node.put("taxAmountSet", nodes.bag(refund.shippingTaxMinor()));
    return List.of(node);
  }

  /** What is given beyond the calculated refund is negative: it lowers the order. */
  private List<Map<String, Object>> adjustments(Refund refund) {
    if (refund.goodwillMinor() == 0) {
      return List.of();
    }
    Map<String, Object> node = Nodes.node("OrderAdjustment", refund.adjustmentId());
    node.put("amountSet", nodes.bag(-refund.goodwillMinor()));
    node.put("reason", "REFUND_DISCREPANCY");
    node.put("taxAmountSet", nodes.bag(0));
    return List.of(node);
  }
}
