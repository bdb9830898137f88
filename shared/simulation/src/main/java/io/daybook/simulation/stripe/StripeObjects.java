package io.daybook.simulation.stripe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.simulation.month.Customer;
import io.daybook.simulation.month.Dispute;
import io.daybook.simulation.month.Month;
import io.daybook.simulation.month.Movement;
import io.daybook.simulation.month.Order;
import io.daybook.simulation.month.Payment;
import io.daybook.simulation.month.Payout;
import io.daybook.simulation.month.Processor;
import io.daybook.simulation.month.Refund;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Stripe's objects, as they stand at an instant. */
final class StripeObjects {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Month month;
  private final String currency;

  StripeObjects(Month month) {
    this.month = month;
    this.currency = month.setting().currency().toLowerCase(Locale.ROOT);
  }

  static long seconds(Instant at) {
    return at.getEpochSecond();
  }

  /** The charge of a movement, whether an order knows of it or not. */
  ObjectNode charge(Movement movement, Instant seen) {
    Optional<Order> order = movement.order();
    long refunded = order.map(found -> refunded(found, movement, seen)).orElse(0L);
    boolean disputed = month.dispute().payment().reference().equals(movement.source());
    ObjectNode node = started(movement.source(), "charge");
    node.put("amount", movement.amountMinor()).put("amount_captured", movement.amountMinor());
    node.put("amount_refunded", refunded);
    node.putNull("application").putNull("application_fee").putNull("application_fee_amount");
    node.put("balance_transaction", movement.id());
    node.set("billing_details", billing(order.map(Order::customer)));
    node.put("calculated_statement_descriptor", "BLUE CUP COFFEE");
    node.put("captured", true).put("created", seconds(movement.at())).put("currency", currency);
    node.putNull("customer");
    node.put(
        "description",
        order.map(found -> "Blue Cup Coffee - " + found.name()).orElse("Telephone deposit"));
    node.put("disputed", disputed && !month.dispute().openedAt().isAfter(seen));
    node.putNull("failure_balance_transaction").putNull("failure_code").putNull("failure_message");
    node.putObject("fraud_details");
    node.put("livemode", true);
    ObjectNode metadata = node.putObject("metadata");
    order.ifPresent(found -> metadata.put("shop_order", found.name()));
    node.putNull("on_behalf_of");
    ObjectNode outcome = node.putObject("outcome");
    outcome.putNull("advice_code").putNull("network_advice_code").putNull("network_decline_code");
    outcome
        .put("network_status", "approved_by_network")
        .putNull("reason")
        .put("risk_level", "normal");
    outcome.put("seller_message", "Payment complete.").put("type", "authorized");
    node.put("paid", true).put("payment_intent", movement.source().replaceFirst("^ch_", "pi_"));
    node.put("payment_method", movement.source().replaceFirst("^ch_", "pm_"));
    node.set("payment_method_details", card(movement.amountMinor()));
    node.putNull("presentment_details")
        .putNull("radar_options")
        .putNull("receipt_email")
        .putNull("receipt_number");
    node.put("receipt_url", "https://pay.stripe.com/receipts/payment/" + movement.source());
    node.put("refunded", refunded >= movement.amountMinor());
    node.putNull("review");
    if (order.isPresent()) {
      node.set("shipping", shipping(order.orElseThrow().customer()));
    } else {
      node.putNull("shipping");
    }
    node.putNull("source").putNull("source_transfer").putNull("statement_descriptor");
    node.putNull("statement_descriptor_suffix").put("status", "succeeded");
    return node.putNull("transfer_data").putNull("transfer_group");
  }

  private static long refunded(Order order, Movement charge, Instant seen) {
    return order.refunds().stream()
        .filter(refund ->
            refund.parent().reference().equals(charge.source()) && !refund.at().isAfter(seen))
        .mapToLong(Refund::amountMinor)
        .sum();
  }

  ObjectNode refund(Movement movement) {
    Refund refund =
        movement.order().orElseThrow().refunds().stream()
            .filter(each -> each.reference().equals(movement.source()))
            .findFirst()
            .orElseThrow();
    Payment parent = refund.parent();
    ObjectNode node = started(refund.reference(), "refund");
    node.put("amount", refund.amountMinor()).put("balance_transaction", movement.id());
    node.put("charge", parent.reference())
        .put("created", seconds(movement.at()))
        .put("currency", currency);
    ObjectNode destination = node.putObject("destination_details");
    destination.putObject("card").put("reference_status", "pending").put("type", "refund");
    destination.put("type", "card");
    node.putObject("metadata");
    node.put("payment_intent", parent.reference().replaceFirst("^ch_", "pi_"));
    node.put("reason", "requested_by_customer")
        .putNull("receipt_number")
        .putNull("source_transfer_reversal");
    return node.put("status", "succeeded").putNull("transfer_reversal");
  }

  ObjectNode dispute(Dispute dispute, Instant seen) {
    boolean lost = !dispute.lostAt().isAfter(seen);
    ObjectNode node = started(dispute.id(), "dispute");
    node.put("amount", dispute.payment().amountMinor());
    node.putArray("balance_transactions").add(balanceTransaction(dispute.withdrawal(), seen));
    node.put("charge", dispute.payment().reference()).put("created", seconds(dispute.openedAt()));
    node.put("currency", currency);
    node.putArray("enhanced_eligibility_types");
    node.putObject("evidence")
        .putNull("customer_name")
        .putNull("uncategorized_text")
        .putObject("enhanced_evidence");
    ObjectNode details = node.putObject("evidence_details");
    details.put("due_by", seconds(dispute.openedAt()) + 777_600).putObject("enhanced_eligibility");
    details.put("has_evidence", false).put("past_due", lost).put("submission_count", 0);
    node.put("is_charge_refundable", false).put("livemode", true).putObject("metadata");
    node.put("payment_intent", dispute.payment().reference().replaceFirst("^ch_", "pi_"));
    ObjectNode method = node.putObject("payment_method_details");
    method
        .putObject("card")
        .put("brand", "visa")
        .put("case_type", "chargeback")
        .put("network_reason_code", "10.4");
    method.put("type", "card");
    return node.put("reason", dispute.reason()).put("status", lost ? "lost" : "needs_response");
  }

  ObjectNode payout(Payout payout, Instant seen) {
    Instant arrival = payout.arrivesOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    boolean paid = !arrival.isAfter(seen);
    ObjectNode node = started(payout.id(), "payout");
    node.put("amount", payout.amountMinor())
        .putNull("application_fee")
        .putNull("application_fee_amount");
    node.put("arrival_date", seconds(arrival)).put("automatic", true);
    node.put("balance_transaction", payout.own().id()).put("created", seconds(payout.at()));
    node.put("currency", currency)
        .put("description", "STRIPE PAYOUT")
        .put("destination", "ba_1QBlueCupBankAccount");
    node.putNull("failure_balance_transaction").putNull("failure_code").putNull("failure_message");
    node.put("livemode", true).putObject("metadata");
    node.put("method", "standard").putNull("original_payout").putNull("payout_method");
    node.put("reconciliation_status", "completed")
        .putNull("reversed_by")
        .put("source_type", "card");
    node.putNull("statement_descriptor").put("status", paid ? "paid" : "in_transit");
    node.putObject("trace_id").put("status", "supported").put("value", payout.trace());
    return node.put("type", "bank_account");
  }

  ObjectNode balanceTransaction(Movement movement, Instant seen) {
    ObjectNode node = started(movement.id(), "balance_transaction");
    node.put("amount", movement.amountMinor()).put("available_on", seconds(movement.availableAt()));
    node.put("balance_type", "payments")
        .put("created", seconds(movement.at()))
        .put("currency", currency);
    node.put("description", description(movement))
        .putNull("exchange_rate")
        .put("fee", movement.feeMinor());
    ArrayNode fees = node.putArray("fee_details");
    if (movement.feeMinor() != 0) {
      ObjectNode fee = fees.addObject();
      fee.put("amount", movement.feeMinor()).putNull("application").put("currency", currency);
      boolean dispute = movement.kind() == Movement.Kind.DISPUTE;
      fee.put("description", dispute ? "Dispute fee" : "Stripe processing fees")
          .put("type", "stripe_fee");
    }
    node.put("net", movement.netMinor()).put("reporting_category", category(movement));
    node.put("source", source(movement))
        .put("status", movement.availableAt().isAfter(seen) ? "pending" : "available");
    return node.put("type", type(movement));
  }

  /** What caused the movement, whole, as {@code expand[]=data.source} wants it. */
  ObjectNode expanded(Movement movement, Instant seen) {
    return switch (movement.kind()) {
      case CHARGE -> charge(movement, seen);
      case REFUND -> refund(movement);
      case DISPUTE -> dispute(month.dispute(), seen);
      case PAYOUT -> payout(payoutOf(movement), seen);
    };
  }

  private String source(Movement movement) {
    return movement.kind() == Movement.Kind.PAYOUT ? payoutOf(movement).id() : movement.source();
  }

  /** Stripe's payouts of the month. */
  List<Payout> payouts() {
    return month.payouts().stream()
        .filter(payout -> payout.processor() == Processor.STRIPE)
        .toList();
  }

  private Payout payoutOf(Movement movement) {
    return month.payouts().stream()
        .filter(payout -> payout.own().equals(movement))
        .findFirst()
        .orElseThrow();
  }

  private static String type(Movement movement) {
    return switch (movement.kind()) {
      case CHARGE -> "charge";
      case REFUND -> "refund";
      case DISPUTE -> "adjustment";
      case PAYOUT -> "payout";
    };
  }

  /** Stripe's reporting category of a movement. */
  static String category(Movement movement) {
    return movement.kind() == Movement.Kind.DISPUTE ? "dispute" : type(movement);
  }

  private String description(Movement movement) {
    return switch (movement.kind()) {
      case CHARGE ->
          movement
              .order()
              .map(order -> "Blue Cup Coffee - " + order.name())
              .orElse("Telephone deposit");
      case REFUND -> "REFUND FOR CHARGE (Blue Cup Coffee)";
      case DISPUTE -> "Chargeback withdrawal for " + month.dispute().payment().reference();
      case PAYOUT -> "STRIPE PAYOUT";
    };
  }

  /** The charge of a payment. */
  Movement chargeOf(String reference) {
    return month.movements().stream()
        .filter(movement ->
            movement.processor() == Processor.STRIPE && movement.source().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode started(String id, String object) {
    return NODES.objectNode().put("id", id).put("object", object);
  }

  private static ObjectNode billing(Optional<Customer> customer) {
    ObjectNode node = NODES.objectNode();
    if (customer.isPresent()) {
      node.set("address", address(customer.orElseThrow()));
      node.put("email", customer.orElseThrow().email()).put("name", customer.orElseThrow().name());
    } else {
      node.putObject("address")
          .putNull("city")
          .putNull("country")
          .putNull("line1")
          .putNull("postal_code");
      node.putNull("email").putNull("name");
    }
    return node.putNull("phone").putNull("tax_id");
  }

  private static ObjectNode shipping(Customer customer) {
    ObjectNode node = NODES.objectNode();
    node.set("address", address(customer));
    return node.putNull("carrier")
        .put("name", customer.name())
        .putNull("phone")
        .putNull("tracking_number");
  }

  private static ObjectNode address(Customer customer) {
    ObjectNode node = NODES.objectNode();
    node.put("city", customer.region().city())
        .put("country", "US")
        .put("line1", customer.street())
        .putNull("line2");
    return node.put("postal_code", customer.zip()).put("state", customer.region().code());
  }

  private static ObjectNode card(long amountMinor) {
    ObjectNode node = NODES.objectNode();
    ObjectNode card = node.putObject("card");
    card.put("amount_authorized", amountMinor).putNull("authorization_code").put("brand", "visa");
    ObjectNode checks = card.putObject("checks");
    checks
        .put("address_line1_check", "pass")
        .put("address_postal_code_check", "pass")
        .put("cvc_check", "pass");
    card.put("country", "US").put("exp_month", 9).put("exp_year", 2029);
    card.putObject("extended_authorization").put("status", "disabled");
    card.put("fingerprint", "Xt5EWLLDS7FJjR1c").put("funding", "credit");
    card.putObject("incremental_authorization").put("status", "unavailable");
    card.putNull("installments").put("last4", "4242").putNull("mandate");
    card.putObject("multicapture").put("status", "unavailable");
    card.put("network", "visa").putObject("network_token").put("used", false);
    card.putObject("overcapture")
        .put("maximum_amount_capturable", amountMinor)
        .put("status", "unavailable");
    card.putNull("regulated_status").putNull("three_d_secure").putNull("wallet");
    return node.put("type", "card");
  }
}
