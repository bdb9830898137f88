package io.daybook.simulation.month;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One order's pages of the journal: deferral on, tax with the sale, shipping with the first parcel. */
final class OrderBook {
  private final Month month;
  private final Order order;
  private final Journal journal;
  private final String reference;
  private final String tax;
  private final Map<Long, Integer> shipped = new HashMap<>();
  private final Map<Long, Long> unitCost = new HashMap<>();
  private boolean shippingEarned;

  OrderBook(Month month, Order order, Journal journal) {
    this.month = month;
    this.order = order;
    this.journal = journal;
    this.reference = Long.toString(order.id());
    this.tax = AccountNames.tax(order.customer().region());
  }

  private record Event(Instant at, Runnable posts) {}

  void keep() {
    List<Event> events = new ArrayList<>();
    for (Payment payment : order.payments()) {
      events.add(new Event(payment.at(), () -> payment(payment)));
    }
    for (Parcel parcel : order.parcels()) {
      events.add(new Event(parcel.at(), () -> parcel(parcel)));
    }
    for (Refund refund : order.refunds()) {
      events.add(new Event(refund.at(), () -> refund(refund)));
    }
    events.sort(Comparator.comparing(Event::at));
    events.forEach(event -> event.posts().run());
  }

  private Journal.Page page(String what, Instant at) {
    LocalDate day = month.setting().day(at);
    return journal.page(what + " of " + order.name(), day);
  }

  /** Case 1; of an edited order, rule A11: the added line with the second payment. */
  private void payment(Payment payment) {
    boolean first = payment.equals(order.payments().getFirst());
    Journal.Page page = page("payment", payment.at());
    page.debit("1100", Long.toString(payment.id()), payment.amountMinor());
    for (Line line : order.lines()) {
      if (line.addedAt().isEmpty() == first) {
        page.credit("2100", reference, line.netMinor()).credit(tax, "", line.taxMinor());
      }
    }
    if (first) {
      page.credit("2100", reference, order.shipping().netMinor())
          .credit(tax, "", order.shipping().taxMinor())
          .credit("2220", "", order.tipMinor());
    }
    page.close();
  }

  /** Cases 11 to 13. */
  private void parcel(Parcel parcel) {
    Journal.Page page = page("parcel", parcel.at());
    for (Parcel.Packed packed : parcel.contents()) {
      Line line = packed.line();
      int before = shipped.getOrDefault(line.id(), 0);
      long gross = Shares.share(line.grossMinor(), before, packed.quantity(), line.quantity());
      long discount =
          Shares.share(line.discountMinor(), before, packed.quantity(), line.quantity());
      shipped.put(line.id(), before + packed.quantity());
      page.debit("2100", reference, gross - discount)
          .debit("4090", "", discount)
          .credit("4000", "", gross);
      long cost = costOf(line.item(), parcel.at());
      unitCost.put(line.id(), cost);
      page.debit("5000", "", cost * packed.quantity()).credit("1300", "", cost * packed.quantity());
    }
    if (!shippingEarned) {
      shippingEarned = true;
      Shipping shipping = order.shipping();
      page.debit("2100", reference, shipping.netMinor())
          .debit("4090", "", shipping.discountMinor())
          .credit("4010", "", shipping.grossMinor());
    }
    page.close();
  }

  /** Cases 26 to 31 and rule A10, by component; goodwill only ever follows shipment here (rule A2). */
  private void refund(Refund refund) {
    Journal.Page page = page("refund", refund.at());
    for (Refund.Returned returned : refund.lines()) {
      Line line = returned.line();
      boolean left = shipped.getOrDefault(line.id(), 0) > 0;
      page.debit(left ? "4900" : "2100", left ? "" : reference, returned.netMinor());
      page.debit(tax, "", returned.taxMinor());
      if (returned.restock() == Refund.Restock.RETURN) {
        long cost = unitCost.getOrDefault(line.id(), 0L) * returned.quantity();
        page.debit("1300", "", cost).credit("5000", "", cost);
      }
    }
    page.debit(
        shippingEarned ? "4910" : "2100", shippingEarned ? "" : reference, refund.shippingMinor());
    page.debit(tax, "", refund.shippingTaxMinor());
    page.debit("4900", "", refund.goodwillMinor());
    page.credit("2230", Long.toString(refund.transactionId()), refund.amountMinor());
    page.close();
  }

  /** The cost in effect when the parcel left; before the cut-over it does not matter, so the first one serves. */
  private long costOf(Item item, Instant at) {
    long minor = item.costMinor();
    for (Cost cost : month.costs()) {
      if (cost.item().equals(item) && !cost.from().isAfter(at)) {
        minor = cost.minor();
      }
    }
    return minor;
  }
}
