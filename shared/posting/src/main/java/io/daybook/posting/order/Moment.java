package io.daybook.posting.order;

import io.daybook.events.Dispute;
import io.daybook.events.Fulfilment;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderPayment;
import io.daybook.events.OrderState;
import io.daybook.events.Refund;
import io.daybook.events.Settlement;
import java.time.Instant;

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

  /** A parcel was called back. */
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

  /** A dispute was lost. */
  record DisputeLost(Dispute dispute) implements Moment {
    @Override
    public Instant at() {
      return dispute.closedAt().orElse(dispute.openedAt());
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

  /** The place among the moments of an instant. */
  default int rank() {
    return switch (this) {
      case Placed _ -> 0;
      case Edited _ -> 1;
      case Paid _ -> 2;
      case Shipped _ -> 3;
      case CalledBack _ -> 4;
      case Refunded _ -> 5;
      case DisputeLost _ -> 6;
      case Settled _ -> 7;
    };
  }
}
