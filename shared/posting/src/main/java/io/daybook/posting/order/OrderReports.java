package io.daybook.posting.order;

import io.daybook.events.CardOrigin;
import io.daybook.events.CurrencyCode;
import io.daybook.events.OrderPayment;
import io.daybook.events.Settlement;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.Money;
import io.daybook.posting.requirement.RequiredBuilder;
import java.time.Instant;

/** What a person must look at in an order's life, in words. */
record OrderReports(CurrencyCode currency, RequiredBuilder required) {
  void noRate(Moment moment, long minor, CurrencyCode foreign, String what) {
    required.reportNoRate(moment.at(), minor, foreign, what);
  }

  /** Something names units that the order does not have to send; nothing if there are none. */
  void unknownUnits(Instant at, String what, int units) {
    if (units > 0) {
      String reason = what + " " + units + " units that the order does not have to send";
      required.report(at, Discrepancy.Kind.ORDER_DOES_NOT_ADD_UP, reason);
    }
  }

  void beyond(Moment moment, String what, long minor) {
    if (minor > 0) {
      String reason = what + " pays more than the order asks for";
      required.report(moment.at(), Discrepancy.Kind.PAYMENT_UNCLAIMED, minor, currency, reason);
    }
  }

  void excess(Moment moment, String what, long minor, String shown) {
    if (minor > 0) {
      String reason = what + " takes more than is left of the order; the excess is " + shown;
      required.report(moment.at(), Discrepancy.Kind.OVER_REFUNDED, minor, currency, reason);
    }
  }

  void card(OrderPayment payment, CardOrigin card) {
    if (card.source() == CardOrigin.Source.UNKNOWN) {
      String reason =
          "nobody knows how the gift card of payment "
              + payment.id()
              + " came to be; it counts as sold";
      required.report(
          payment.at(),
          Discrepancy.Kind.CARD_ORIGIN_UNKNOWN,
          payment.amountMinor(),
          payment.currency(),
          reason);
    }
  }

  void delivered(Moment.Delivered delivered) {
    switch (delivered.known()) {
      case TOLD -> {}
      case ASSUMED -> {
        String reason = "nobody told of the delivery of parcel " + delivered.id();
        required.report(delivered.at(), Discrepancy.Kind.DELIVERY_ASSUMED, reason);
      }
    }
  }

  void settlement(Settlement settlement, long unexplainedMinor) {
    if (unexplainedMinor != 0) {
      String reason =
          "payment "
              + settlement.payment()
              + " was settled at "
              + new Money(settlement.settledMinor(), settlement.currency()).words()
              + ", which differs from what the order says by "
              + new Money(Math.absExact(unexplainedMinor), settlement.currency()).words()
              + ", more than the policy takes for rounding";
      required.report(
          settlement.at(),
          Discrepancy.Kind.SETTLEMENT_DIFFERS,
          unexplainedMinor,
          settlement.currency(),
          reason);
    }
  }
}
