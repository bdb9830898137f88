package io.daybook.posting;

import static io.daybook.posting.TestBooks.BANK;
import static io.daybook.posting.TestBooks.CARD;
import static io.daybook.posting.TestBooks.SHOP;
import static io.daybook.posting.TestBooks.STRIPE;
import static io.daybook.posting.TestBooks.USD;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.BalanceTransaction.Fee;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.BankMatch;
import io.daybook.events.CardOrigin;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Delivery;
import io.daybook.events.Dispute;
import io.daybook.events.DisputeId;
import io.daybook.events.Fulfilment;
import io.daybook.events.FulfilmentId;
import io.daybook.events.Gateway;
import io.daybook.events.Invoice;
import io.daybook.events.ItemCost;
import io.daybook.events.Jurisdiction;
import io.daybook.events.LineId;
import io.daybook.events.Mode;
import io.daybook.events.Movement;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderId;
import io.daybook.events.OrderLine;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.PayoutId;
import io.daybook.events.PriceCut;
import io.daybook.events.Reference;
import io.daybook.events.Refund;
import io.daybook.events.RefundId;
import io.daybook.events.Settlement;
import io.daybook.events.ShippingLine;
import io.daybook.events.Sku;
import io.daybook.events.TaxAmount;
import io.daybook.events.Tender;
import io.daybook.events.TransactionId;
import io.daybook.events.WireReceipt;
import io.daybook.ledger.SubjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Facts of the order that ACCOUNTING.md's examples are about, and of variations of it. Amounts are cents. */
public final class Sample {
  public static final OrderId ORDER = new OrderId("1001");
  public static final SubjectId SUBJECT = new SubjectId(SubjectId.Kind.ORDER, SHOP, "1001");
  public static final Sku CUP = new Sku("CUP-1");

  private Sample() {}

  public static Instant at(String time) {
    return Instant.parse(time.contains("T") ? time : time + "T16:00:00Z");
  }

  public static List<TaxAmount> tax(long minor) {
    return List.of(new TaxAmount(new Jurisdiction("US-NY"), "0.08", minor));
  }

  public static OrderLine goods(
      String id, int quantity, long gross, long discount, List<TaxAmount> taxes) {
    return new OrderLine(
        new LineId(id), Optional.of(CUP), OrderLine.Kind.GOODS, quantity, gross, discount, taxes);
  }

  public static OrderLine line(String id, OrderLine.Kind kind, long gross, List<TaxAmount> taxes) {
    return new OrderLine(new LineId(id), Optional.empty(), kind, 1, gross, 0, taxes);
  }

  public static ShippingLine shipping(long gross, long tax) {
    return new ShippingLine(new LineId("ship"), gross, 0, tax == 0 ? List.of() : tax(tax));
  }

  /** Goods 100.00, discount 10.00, shipping 8.00, tax 7.84: 105.84. */
  public static OrderState plain() {
    return order(List.of(goods("cup", 1, 10000, 1000, tax(720))), List.of(shipping(800, 64)));
  }

  /** The order of case 1: the plain one with tip 5.00, duties 3.00 and a gift card of 25.00 sold. */
  public static OrderState full() {
    OrderState order =
        order(
            List.of(
                goods("cup", 1, 10000, 1000, tax(720)),
                line("card", OrderLine.Kind.GIFT_CARD, 2500, List.of())),
            List.of(shipping(800, 64)));
    return with(order, 500, 300, 13884);
  }

  /** An order that adds up. */
  public static OrderState order(List<OrderLine> lines, List<ShippingLine> shipping) {
    long total = 0;
    for (OrderLine line : lines) {
      total += line.netMinor() + line.taxes().stream().mapToLong(TaxAmount::minor).sum();
    }
    for (ShippingLine line : shipping) {
      total +=
          line.grossMinor()
              - line.discountMinor()
              + line.taxes().stream().mapToLong(TaxAmount::minor).sum();
    }
    return new OrderState(
        SHOP,
        ORDER,
        1,
        "#1001",
        at("2026-10-01"),
        USD,
        USD,
        lines,
        shipping,
        0,
        0,
        total,
        Optional.empty(),
        Mode.LIVE);
  }

  public static OrderState with(OrderState order, long tip, long duties, long total) {
    return new OrderState(
        order.origin(),
        order.id(),
        order.version(),
        order.name(),
        order.placedAt(),
        order.currency(),
        order.presentment(),
        order.lines(),
        order.shipping(),
        tip,
        duties,
        total,
        order.cancelledAt(),
        order.mode());
  }

  public static OrderState version(OrderState order, long version) {
    return new OrderState(
        order.origin(),
        order.id(),
        version,
        order.name(),
        order.placedAt(),
        order.currency(),
        order.presentment(),
        order.lines(),
        order.shipping(),
        order.tipMinor(),
        order.dutiesMinor(),
        order.totalMinor(),
        order.cancelledAt(),
        order.mode());
  }

  public static OrderState in(OrderState order, String currency, String presentment) {
    return new OrderState(
        order.origin(),
        order.id(),
        order.version(),
        order.name(),
        order.placedAt(),
        new CurrencyCode(currency),
        new CurrencyCode(presentment),
        order.lines(),
        order.shipping(),
        order.tipMinor(),
        order.dutiesMinor(),
        order.totalMinor(),
        order.cancelledAt(),
        order.mode());
  }

  public static OrderState test(OrderState order) {
    return new OrderState(
        order.origin(),
        order.id(),
        order.version(),
        order.name(),
        order.placedAt(),
        order.currency(),
        order.presentment(),
        order.lines(),
        order.shipping(),
        order.tipMinor(),
        order.dutiesMinor(),
        order.totalMinor(),
        order.cancelledAt(),
        Mode.TEST);
  }

  /** A line whose tax a facilitator owes. */
  public static OrderLine facilitated(String id, long gross, long discount, long tax) {
    return goods(
        id,
        1,
        gross,
        discount,
        List.of(
            new TaxAmount(
                new Jurisdiction("US-NY"),
                "0.08",
                tax,
                Optional.of(TaxAmount.Collector.FACILITATOR))));
  }

  /** Tax of any jurisdiction. */
  public static List<TaxAmount> tax(String jurisdiction, long minor) {
    return List.of(new TaxAmount(new Jurisdiction(jurisdiction), "0.19", minor));
  }

  /** An order that is cancelled. */
  public static OrderState cancelled(OrderState order, String day) {
    return new OrderState(
        order.origin(),
        order.id(),
        order.version() + 1,
        order.name(),
        order.placedAt(),
        order.currency(),
        order.presentment(),
        order.lines(),
        order.shipping(),
        order.tipMinor(),
        order.dutiesMinor(),
        order.totalMinor(),
        Optional.of(at(day)),
        order.mode());
  }

  /** An order that is to be paid in a way. */
  public static OrderState payableBy(OrderState order, Gateway gateway) {
    return new OrderState(
        order.origin(),
        order.id(),
        order.version(),
        order.name(),
        order.placedAt(),
        order.currency(),
        order.presentment(),
        order.lines(),
        order.shipping(),
        order.tipMinor(),
        order.dutiesMinor(),
        order.totalMinor(),
        order.cancelledAt(),
        order.mode(),
        Optional.of(gateway));
  }

  /** A payment with a tender, a tax figure and a cash rounding. */
  public static OrderPayment paid(
      String id,
      Tender tender,
      long minor,
      String day,
      Optional<Long> taxFigure,
      Optional<Long> rounding) {
    return new OrderPayment(
        SHOP,
        new TransactionId(id),
        ORDER,
        new Gateway(tender == Tender.CARD ? "stripe" : "till"),
        USD,
        minor,
        at(day),
        new Reference("ch_" + id),
        Optional.of(tender),
        taxFigure,
        rounding);
  }

  public static OrderPayment paid(String id, Tender tender, long minor, String day) {
    return paid(id, tender, minor, day, Optional.empty(), Optional.empty());
  }

  /** A way of paying back with a tender. */
  public static Refund.Payment backTo(String id, Tender tender, long minor, long rounding) {
    return new Refund.Payment(
        new TransactionId(id),
        new Gateway("till"),
        minor,
        new Reference("re_" + id),
        Optional.of(tender),
        rounding == 0 ? Optional.empty() : Optional.of(rounding));
  }

  /** A refund with payments of its own, an adjustment and a fee. */
  public static Refund refund(
      String id,
      String day,
      List<Refund.Line> lines,
      long shipping,
      long shippingTax,
      long adjustment,
      Optional<Long> adjustmentTax,
      long fee,
      List<Refund.Payment> payments) {
    return new Refund(
        SHOP,
        new RefundId(id),
        ORDER,
        at(day),
        USD,
        lines,
        shipping,
        shippingTax,
        0,
        0,
        adjustment,
        adjustmentTax,
        payments,
        fee == 0 ? Optional.empty() : Optional.of(fee));
  }

  /** Where the gift card of a payment came from. */
  public static CardOrigin card(
      String payment,
      CardOrigin.Source source,
      long value,
      long used,
      long discount,
      List<TaxAmount> taxes) {
    return new CardOrigin(
        SHOP, new TransactionId(payment), ORDER, 1, source, value, used, discount, taxes);
  }

  public static Delivery delivery(String parcel, String day, Delivery.Outcome outcome) {
    return new Delivery(SHOP, new FulfilmentId(parcel), ORDER, at(day), outcome);
  }

  public static OrderAct act(String id, String day, OrderAct.Act act) {
    return new OrderAct(
        SHOP, new TransactionId(id), ORDER, at(day), "Ann", "", act, Optional.empty());
  }

  public static OrderAct withdrawn(String id, String day, String refund) {
    return new OrderAct(
        SHOP,
        new TransactionId(id),
        ORDER,
        at(day),
        "Ann",
        "",
        OrderAct.Act.WITHDRAW_REFUND,
        Optional.of(new RefundId(refund)));
  }

  public static Invoice invoice(String id, String day, long net, long tax, Invoice.Claim claim) {
    return new Invoice(
        SHOP, new TransactionId(id), ORDER, 1, at(day), Optional.empty(), USD, net, tax, claim);
  }

  public static Invoice cancelled(Invoice invoice, String day) {
    return new Invoice(
        invoice.origin(),
        invoice.id(),
        invoice.order(),
        2,
        invoice.issuedAt(),
        Optional.of(at(day)),
        invoice.currency(),
        invoice.netMinor(),
        invoice.taxMinor(),
        invoice.claim());
  }

  public static WireReceipt wire(
      String line, Optional<String> payment, long minor, long fee, String day) {
    return new WireReceipt(
        BANK,
        new BankLineId(line),
        SHOP,
        ORDER,
        payment.map(Reference::new),
        USD,
        minor,
        fee,
        at(day),
        "Ann");
  }

  public static PriceCut cheaper(String id, String line, String day, long net, long tax) {
    return new PriceCut(SHOP, new TransactionId(id), ORDER, new LineId(line), at(day), net, tax);
  }

  public static OrderPayment paid(String id, long minor, String day) {
    return paid(id, CARD, minor, day);
  }

  public static OrderPayment paid(String id, Gateway gateway, long minor, String day) {
    return new OrderPayment(
        SHOP,
        new TransactionId(id),
        ORDER,
        gateway,
        USD,
        minor,
        at(day),
        new Reference("ch_" + id));
  }

  public static Fulfilment parcel(String id, String day, Fulfilment.Shipped... lines) {
    return new Fulfilment(
        SHOP, new FulfilmentId(id), ORDER, 1, at(day), Optional.empty(), Arrays.asList(lines));
  }

  public static Fulfilment calledBack(Fulfilment parcel, String day) {
    return new Fulfilment(
        parcel.origin(),
        parcel.id(),
        parcel.order(),
        2,
        parcel.shippedAt(),
        Optional.of(at(day)),
        parcel.lines());
  }

  public static Fulfilment.Shipped shipped(String line, int quantity) {
    return new Fulfilment.Shipped(new LineId(line), quantity);
  }

  public static Refund.Line returned(
      String line, int quantity, long net, long tax, Refund.Restock restock) {
    return new Refund.Line(new LineId(line), quantity, net, tax, restock);
  }

  /** A refund with components, paid back to the card. */
  public static Refund refund(
      String id, String day, long paid, List<Refund.Line> lines, long shipping, long tax) {
    return new Refund(
        SHOP,
        new RefundId(id),
        ORDER,
        at(day),
        USD,
        lines,
        shipping,
        tax,
        0,
        0,
        0,
        Optional.empty(),
        back(id, paid));
  }

  /** A refund of an amount without lines. */
  public static Refund amount(String id, String day, long paid) {
    return refund(id, day, paid, List.of(), 0, 0);
  }

  /** A refund of an amount without lines, with the platform's figure of its tax. */
  public static Refund adjustment(
      String id, String day, long paid, long adjustment, Optional<Long> taxFigure) {
    return new Refund(
        SHOP,
        new RefundId(id),
        ORDER,
        at(day),
        USD,
        List.of(),
        0,
        0,
        0,
        0,
        adjustment,
        taxFigure,
        back(id, paid));
  }

  public static List<Refund.Payment> back(String id, long paid) {
    return paid == 0 ? List.of() : List.of(backTo(id, CARD, paid));
  }

  public static Refund.Payment backTo(String id, Gateway gateway, long paid) {
    return new Refund.Payment(new TransactionId(id), gateway, paid, new Reference("re_" + id));
  }

  public static OrderEdit edit(
      String id, String day, List<OrderEdit.Change> additions, List<OrderEdit.Change> removals) {
    return new OrderEdit(SHOP, new TransactionId(id), ORDER, at(day), additions, removals);
  }

  public static OrderEdit.Change change(String line, int quantity) {
    return new OrderEdit.Change(new LineId(line), quantity);
  }

  public static Dispute lost(String id, String day, String reason, long minor) {
    return dispute(id, reason, minor, Dispute.Status.LOST, Optional.of(at(day)));
  }

  public static Dispute dispute(
      String id, String reason, long minor, Dispute.Status status, Optional<Instant> closed) {
    return new Dispute(
        STRIPE,
        new DisputeId(id),
        status,
        reason,
        USD,
        minor,
        at("2026-10-10"),
        closed,
        Optional.empty(),
        Optional.of(new Dispute.DisputedOrder(SHOP, ORDER)));
  }

  public static Settlement settled(String payment, long minor, String day) {
    return new Settlement(SHOP, new Reference("ch_" + payment), ORDER, USD, minor, at(day));
  }

  public static ItemCost cost(long minor, String from) {
    return new ItemCost(SHOP, CUP, at(from), Optional.of(USD), BigDecimal.valueOf(minor, 2));
  }

  /** A line of Stripe's ledger. */
  public static BalanceTransaction moved(
      String id,
      Movement movement,
      long minor,
      String source,
      String reference,
      String day,
      Fee... fees) {
    long net = minor - Arrays.stream(fees).mapToLong(Fee::minor).sum();
    Optional<Reference> to =
        reference.isEmpty() ? Optional.empty() : Optional.of(new Reference(reference));
    return new BalanceTransaction(
        STRIPE,
        new TransactionId(id),
        movement,
        movement.name(),
        USD,
        minor,
        List.of(fees),
        net,
        at(day),
        source,
        to,
        Optional.empty(),
        Mode.LIVE);
  }

  public static BalanceTransaction charged(String payment, long minor, String day, Fee... fees) {
    return moved(
        "txn_" + payment, Movement.CHARGE, minor, "ch_" + payment, "ch_" + payment, day, fees);
  }

  public static BalanceTransaction refunded(String refund, long minor, String day) {
    return moved("txn_re_" + refund, Movement.REFUND, -minor, "re_" + refund, "re_" + refund, day);
  }

  public static BankLine bankLine(String id, long minor, String day) {
    return new BankLine(BANK, new BankLineId(id), USD, minor, LocalDate.parse(day), "", List.of());
  }

  public static BankMatch arrival(String line, String payout) {
    return new BankMatch(
        BANK,
        new BankLineId(line),
        STRIPE,
        new PayoutId(payout),
        "trace",
        "reconcile",
        at("2026-10-20"));
  }
}
