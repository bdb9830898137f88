package io.daybook.simulation.history;

import io.daybook.events.BalanceTransaction;
import io.daybook.events.CardOrigin;
import io.daybook.events.Delivery;
import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One order on paper: what happened to it one after the other, and what each thing comes to. */
final class PaperOrder {
  /** Something that happened; of what happened at an instant payments come first, and so on. */
  private record Event(Instant at, int rank, Runnable then) {}

  private final OrderState order;
  private final OrderParts parts;
  private final PaperMeetings meetings;
  private final PaperArrivals arrivals;
  private final PaperBalance balance;
  private final Page page;
  private final boolean cash;
  private final List<Event> events = new ArrayList<>();
  private final Map<Instant, Long> paid = new TreeMap<>();

  PaperOrder(
      OrderState order,
      OrderParts parts,
      Habits habits,
      LocalDate today,
      PaperMeetings meetings,
      Page page) {
    this.order = order;
    this.parts = parts;
    this.meetings = meetings;
    this.arrivals = new PaperArrivals(parts.all(Delivery.class), habits.trigger(), today);
    this.balance = new PaperBalance(order, habits, today, page);
    this.page = page;
    this.cash = habits.basis() == Habits.Basis.CASH;
  }

  /** Writes what the order comes to, or says that its life is not whole. */
  void write() {
    parts.all(OrderPayment.class).forEach(this::tendered);
    paid.forEach((at, minor) -> happens(at, 0, () -> balance.pay(at, minor)));
    parts.all(OrderEdit.class).forEach(edit -> happens(edit.committedAt(), 1, () -> edited(edit)));
    for (Fulfilment parcel : parts.parcels()) {
      arrivals.of(parcel).ifPresent(at -> happens(at, 2, () -> balance.passed(parcel, at)));
      parcel.cancelledAt().ifPresent(at -> happens(at, 3, () -> balance.calledBack(parcel, at)));
    }
    parts.all(Refund.class).forEach(refund -> happens(refund.at(), 4, () -> refunded(refund)));
    parts
        .all(OrderAct.class)
        .forEach(act -> happens(act.at(), 5, () -> balance.writtenOff(act.at())));
    parts.all(Dispute.class).forEach(this::disputed);
    events.sort(Comparator.comparing(Event::at).thenComparingInt(Event::rank));
    events.forEach(event -> event.then().run());
    balance.served(LocalDate.MAX);
    balance.requireWhole(parts.sent());
  }

  private void happens(Instant at, int rank, Runnable then) {
    events.add(new Event(at, rank, then));
  }

  /** Where the money came in, and what it is worth to the order. */
  private void tendered(OrderPayment payment) {
    Instant at = payment.at();
    long minor = payment.amountMinor();
    long worth = minor;
    if (payment.gateway().equals(OrderPayment.GIFT_CARD)) {
      worth = byGiftCard(payment);
    } else {
      page.debit(at, tender(payment), minor);
    }
    if (payment.gateway().equals(Names.CARD)) {
      long more = meetings.charge(payment.reference()).map(c -> c.amountMinor() - minor).orElse(0L);
      if (more != 0) {
        worth +=
            settledOtherwise(payment, meetings.charge(payment.reference()).orElseThrow(), more);
      }
    }
    if (worth > 0) {
      paid.merge(at, worth, Math::addExact);
    }
  }

  /** Seen in other money, the sale is worth what was settled; in the same it was rounded. */
  private long settledOtherwise(OrderPayment payment, BalanceTransaction charge, long more) {
    if (order.presentment().equals(order.currency())) {
      page.debit(charge.at(), 1100, more).credit(charge.at(), 6050, more);
      return 0;
    }
    page.debit(payment.at(), 1100, more);
    balance.only().dearerBy(more);
    return more;
  }

  /** A card never sold makes the order cheaper; one sold below its value does for the share of it that is used. */
  private long byGiftCard(OrderPayment payment) {
    long minor = payment.amountMinor();
    CardOrigin card =
        parts.all(CardOrigin.class).stream()
            .filter(origin -> origin.payment().equals(payment.id()))
            .findFirst()
            .orElse(null);
    if (card == null) {
      page.debit(payment.at(), 2200, minor);
      return minor;
    }
    if (card.source() == CardOrigin.Source.PROMO) {
      balance.only().cheaperBy(minor);
      return 0;
    }
    long discount = used(card, card.discountMinor(), minor);
    long taxed = card.taxes().stream().mapToLong(tax -> used(card, tax.minor(), minor)).sum();
    page.debit(payment.at(), 2200, minor - taxed)
        .debit(payment.at(), 2010, taxed)
        .credit(payment.at(), 2205, discount);
    if (discount > 0) {
      balance.only().cheaperBy(discount);
    }
    return minor - discount;
  }

  private static long used(CardOrigin card, long minor, long now) {
    return PaperOffice.share(minor, card.usedMinor() + now, card.valueMinor())
        - PaperOffice.share(minor, card.usedMinor(), card.valueMinor());
  }

  private static int tender(OrderPayment payment) {
    if (payment.gateway().equals(Names.CARD)) {
      return 1100;
    }
    if (payment.gateway().equals(Names.CASH)) {
      return 1020;
    }
    return payment.gateway().equals(OrderPayment.STORE_CREDIT) ? 2210 : 1010;
  }

  /** A line that was paid and is removed is owed back. */
  private void edited(OrderEdit edit) {
    for (OrderEdit.Change change : edit.removals()) {
      PaperPiece line = balance.line(change.line().value());
      long owed =
          balance.cancelled(line, edit.committedAt(), line.waiting().net(), line.waiting().tax());
      line.removed = true;
      page.credit(edit.committedAt(), 2230, owed);
    }
  }

  private void refunded(Refund refund) {
    Instant at = refund.at();
    long payments = 0;
    for (Refund.Payment payment : refund.payments()) {
      boolean card = payment.gateway().equals(Names.CARD);
      page.credit(at, card ? 2230 : 2210, payment.amountMinor());
      payments += payment.amountMinor();
      if (card) {
        meetings.refund(payment.reference()).ifPresent(taken -> takenOtherwise(payment, taken));
      }
    }
    if (refund.lines().isEmpty()
        && refund.shippingMinor() + refund.tipMinor() + refund.dutiesMinor() == 0) {
      balance.givenBack(at, payments);
      return;
    }
    for (Refund.Line back : refund.lines()) {
      PaperPiece line = balance.line(back.line().value());
      if (back.restock() != Refund.Restock.CANCEL) {
        balance.returned(line, at, back.netMinor(), back.taxMinor());
      } else if (line.removed) {
        page.debit(at, 2230, back.netMinor() + back.taxMinor());
        line.removed = false;
      } else {
        long _ = balance.cancelled(line, at, back.netMinor(), back.taxMinor());
      }
    }
    balance.shippingReturned(at, refund.shippingMinor(), refund.shippingTaxMinor());
    page.debit(at, 2220, refund.tipMinor()).debit(at, 2030, refund.dutiesMinor());
  }

  /** The processor took more or less than the refund: exchange, or rounding where there is no other money. */
  private void takenOtherwise(Refund.Payment payment, BalanceTransaction taken) {
    long less = payment.amountMinor() + taken.amountMinor();
    int why = order.presentment().equals(order.currency()) ? 6050 : 7000;
    page.debit(taken.at(), 2230, less).credit(taken.at(), why, less);
  }

  /** Books of cash lose the money when it goes; others when the dispute is lost. */
  private void disputed(Dispute dispute) {
    Instant closed = dispute.closedAt().orElse(dispute.openedAt());
    long minor = dispute.amountMinor();
    boolean lost = dispute.status() == Dispute.Status.LOST;
    Instant at = cash ? dispute.openedAt() : closed;
    if (lost) {
      happens(at, 6, () -> balance.lost(at, minor));
    } else if (cash) {
      page.debit(at, 6010, minor).credit(at, 1200, minor);
      if (dispute.status() == Dispute.Status.WON) {
        page.debit(closed, 1200, minor).credit(closed, 6010, minor);
      }
    }
  }
}
