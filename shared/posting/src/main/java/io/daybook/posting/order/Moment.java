package io.daybook.posting.order;

import io.daybook.events.ComponentSpent;
import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.Invoice;
import io.daybook.events.OrderAct;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.PriceCut;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import io.daybook.events.WireReceipt;
import java.time.Instant;
import java.time.LocalDate;

/** A moment in an order's life. The order of the kinds is the order of what happens at the same instant. */
sealed interface Moment {
  /** When. */
  Instant at();

  /** What it is about, to order moments of a kind at the same instant. */
  String id();

  /** It was placed. */
  record Placed(OrderState order) implements Moment {
    @Override
    public Instant at() {
      return order.placedAt();
    }

    @Override
    public String id() {
      return order.id().value();
    }
  }

  /** A card that was never sold pays for some of it: as if it had been cheaper when it was placed. */
  record Promoted(OrderPayment payment, Instant at) implements Moment {
    @Override
    public String id() {
      return payment.id().value();
    }
  }

  /** The merchant changed it. */
  record Edited(OrderEdit edit) implements Moment {
    @Override
    public Instant at() {
      return edit.committedAt();
    }

    @Override
    public String id() {
      return edit.id().value();
    }
  }

  /** A line became cheaper. */
  record Cheaper(PriceCut cut) implements Moment {
    @Override
    public Instant at() {
      return cut.at();
    }

    @Override
    public String id() {
      return cut.id().value();
    }
  }

  /** An invoice was issued that nobody has paid. */
  record Invoiced(Invoice invoice) implements Moment {
    @Override
    public Instant at() {
      return invoice.issuedAt();
    }

    @Override
    public String id() {
      return invoice.id().value();
    }
  }

  /** A payment came. */
  record Paid(OrderPayment payment) implements Moment {
    @Override
    public Instant at() {
      return payment.at();
    }

    @Override
    public String id() {
      return payment.id().value();
    }
  }

  /** A transfer came. */
  record Wired(WireReceipt wire) implements Moment {
    @Override
    public Instant at() {
      return wire.at();
    }

    @Override
    public String id() {
      return wire.key().toString();
    }
  }

  /** A parcel left. */
  record Shipped(Fulfilment parcel) implements Moment {
    @Override
    public Instant at() {
      return parcel.shippedAt();
    }

    @Override
    public String id() {
      return parcel.id().value();
    }
  }

  /** A parcel passed to the customer: it arrived, or it left, as the policy says. */
  record Delivered(Fulfilment parcel, Instant at, Known known) implements Moment {
    /** How its delivery is known. */
    enum Known {
      /** It was told. */
      TOLD,
      /** Nobody told, and the policy's days have passed (rule A13). */
      ASSUMED
    }

    @Override
    public String id() {
      return parcel.id().value();
    }
  }

  /** A parcel was called back, or came back. */
  record CalledBack(Fulfilment parcel, Instant at) implements Moment {
    @Override
    public String id() {
      return parcel.id().value();
    }
  }

  /** The shop granted a refund. */
  record Refunded(Refund refund) implements Moment {
    @Override
    public Instant at() {
      return refund.at();
    }

    @Override
    public String id() {
      return refund.id().value();
    }
  }

  /** Somebody knows that something collected was spent. */
  record Spent(ComponentSpent spent) implements Moment {
    @Override
    public Instant at() {
      return spent.at();
    }

    @Override
    public String id() {
      return spent.key().toString();
    }
  }

  /** A person decided. */
  record Decided(OrderAct act) implements Moment {
    @Override
    public Instant at() {
      return act.at();
    }

    @Override
    public String id() {
      return act.id().value();
    }
  }

  /** A dispute was lost. */
  record DisputeLost(Dispute dispute, Instant at) implements Moment {
    @Override
    public String id() {
      return dispute.key().toString();
    }
  }

  /** A dispute took money and is not decided, in books that look at money only. */
  record Withdrawn(Dispute dispute) implements Moment {
    @Override
    public Instant at() {
      return dispute.openedAt();
    }

    @Override
    public String id() {
      return dispute.key().toString();
    }
  }

  /** Protection paid for a lost dispute. */
  record Protected(Dispute dispute, Dispute.Protection protection) implements Moment {
    @Override
    public Instant at() {
      return protection.at();
    }

    @Override
    public String id() {
      return dispute.key().toString();
    }
  }

  /** A processor settled another amount than the shop told. */
  record Settled(Settlement settlement) implements Moment {
    @Override
    public Instant at() {
      return settlement.at();
    }

    @Override
    public String id() {
      return settlement.payment().value();
    }
  }

  /** It was cancelled. */
  record Cancelled(OrderState order, Instant at) implements Moment {
    @Override
    public String id() {
      return order.id().value();
    }
  }

  /**
   * Something that happened before is as if it never had: a refund withdrawn, an invoice cancelled.
   *
   * @param undone what
   * @param occasion how the entry is called
   */
  record Undone(Moment undone, Instant at, String occasion) implements Moment {
    @Override
    public String id() {
      return occasion;
    }
  }

  /** A month ends. */
  record MonthEnd(LocalDate day, Instant at) implements Moment {
    @Override
    public String id() {
      return day.toString();
    }
  }

  /** The place among the moments of an instant. */
  default int rank() {
    return switch (this) {
      case Placed _ -> 0;
      case Promoted _ -> 1;
      case Edited _ -> 2;
      case Cheaper _ -> 3;
      case Invoiced _ -> 4;
      case Paid _ -> 5;
      case Wired _ -> 6;
      case Shipped _ -> 7;
      case Delivered _ -> 8;
      case CalledBack _ -> 9;
      case Spent _ -> 10;
      case Refunded _ -> 11;
      case Decided _ -> 12;
      case DisputeLost _ -> 13;
      case Withdrawn _ -> 14;
      case Protected _ -> 15;
      case Settled _ -> 16;
      case Cancelled _ -> 17;
      case Undone _ -> 18;
      case MonthEnd _ -> 19;
    };
  }
}
