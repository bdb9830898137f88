package io.daybook.simulation.shopify;

import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Movement;
import io.daybook.simulation.month.Payout;
import io.daybook.simulation.month.Processor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account at Shopify Payments as the GraphQL API gives it: its ledger and its payouts. */
final class PaymentsNodes {
  private final Month month;
  private final Instant seen;
  private final Nodes nodes;
  private final Map<String, Payout> payoutOf = new HashMap<>();

  PaymentsNodes(Month month, Instant seen) {
    this.month = month;
    this.seen = seen;
    this.nodes = new Nodes(month.setting());
    for (Payout payout : payouts()) {
      payout.movements().forEach(movement -> payoutOf.put(movement.id(), payout));
      payoutOf.put(payout.own().id(), payout);
    }
  }

  private List<Payout> payouts() {
    return month.payouts().stream()
        .filter(payout -> payout.processor() == Processor.SHOPIFY)
        .toList();
  }

  Map<String, Object> account() {
    Map<String, Object> node = Nodes.node("ShopifyPaymentsAccount", 28_911_303);
    long balance =
        month.movements().stream()
            .filter(movement -> movement.processor() == Processor.SHOPIFY)
            .mapToLong(Movement::netMinor)
            .sum();
    node.put("activated", true);
    node.put("balance", List.of(nodes.money(balance)));
    node.put(
        "balanceTransactions",
        month.movements().stream()
            .filter(movement -> movement.processor() == Processor.SHOPIFY)
            .map(this::movement)
            .toList());
    node.put("country", "US");
    node.put("defaultCurrency", month.setting().currency());
    node.put("disputes", List.of());
    node.put("onboardable", false);
    node.put("payoutSchedule", Map.of("interval", "WEEKLY"));
    node.put("payoutStatementDescriptor", "SHOPIFY PAYOUT");
    node.put("payouts", payouts().stream().map(this::payout).toList());
    return node;
  }

  private Map<String, Object> movement(Movement movement) {
    Map<String, Object> node =
        Nodes.node("ShopifyPaymentsBalanceTransaction", Long.parseLong(movement.id()));
    Optional<Payout> payout = Optional.ofNullable(payoutOf.get(movement.id()));
    boolean transfer = movement.kind() == Movement.Kind.PAYOUT;
    node.put("amount", nodes.money(movement.amountMinor()));
    movement
        .order()
        .ifPresent(order ->
            node.put(
                "associatedOrder",
                Map.of("id", RestJson.gid("Order", order.id()), "name", order.name())));
    node.put(
        "associatedPayout",
        payout
            .<Map<String, Object>>map(known ->
                Map.of(
                    "id",
                    RestJson.gid("ShopifyPaymentsPayout", id(known)),
                    "status",
                    status(known)))
            .orElse(Map.of("status", "PENDING")));
    node.put("fee", nodes.money(movement.feeMinor()));
    node.put("net", nodes.money(movement.netMinor()));
    node.put("sourceId", transfer ? payout.orElseThrow().id() : movement.source());
    movement
        .shopTransaction()
        .ifPresent(id -> node.put("sourceOrderTransactionId", Long.toString(id)));
    node.put("sourceType", transfer ? "TRANSFER" : movement.kind().name());
    node.put("test", false);
    node.put("transactionDate", Nodes.time(movement.at()));
    node.put("type", transfer ? "TRANSFER" : movement.kind().name());
    // Not in the schema: what the search of balance transactions goes by.
    node.put("payments_transfer_id", payout.map(Payout::id).orElse(""));
    return node;
  }

  private Map<String, Object> payout(Payout payout) {
    Map<String, Object> node = Nodes.node("ShopifyPaymentsPayout", id(payout));
    node.put("externalTraceId", payout.trace());
    node.put("issuedAt", Nodes.time(payout.at()));
    node.put("net", nodes.money(payout.amountMinor()));
    node.put("status", status(payout));
    node.put("summary", summary(payout));
    node.put("transactionType", "DEPOSIT");
    return node;
  }

  private Map<String, Object> summary(Payout payout) {
    Map<String, Object> summary = new HashMap<>();
    for (String none :
        List.of(
            "adjustmentsFee",
            "adjustmentsGross",
            "advanceFees",
            "advanceGross",
            "refundsFee",
            "reservedFundsFee",
            "reservedFundsGross",
            "retriedPayoutsFee",
            "retriedPayoutsGross")) {
      summary.put(none, nodes.money(0));
    }
    summary.put("chargesFee", nodes.money(sum(payout, Movement.Kind.CHARGE, Part.FEE)));
    summary.put("chargesGross", nodes.money(sum(payout, Movement.Kind.CHARGE, Part.AMOUNT)));
    summary.put("refundsFeeGross", nodes.money(sum(payout, Movement.Kind.REFUND, Part.AMOUNT)));
    return summary;
  }

  private enum Part {
    AMOUNT,
    FEE
  }

  private static long sum(Payout payout, Movement.Kind kind, Part part) {
    return payout.movements().stream()
        .filter(movement -> movement.kind() == kind)
        .mapToLong(movement -> part == Part.FEE ? movement.feeMinor() : movement.amountMinor())
        .sum();
  }

  private String status(Payout payout) {
    return month.arrived(payout, seen) ? "PAID" : "SCHEDULED";
  }

  private static long id(Payout payout) {
    return Long.parseLong(payout.id());
  }
}
