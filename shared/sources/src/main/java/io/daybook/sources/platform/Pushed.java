package io.daybook.sources.platform;

import io.daybook.events.Dispute;
import io.daybook.events.Payout;
import java.time.Instant;
import java.util.Optional;

/** The steps of a dispute and of a payout that carry a time, for platforms whose webhooks tell them. */
public final class Pushed {
  private Pushed() {}

  /** Its opening and its decision have a time; what lies between has none. */
  public static Optional<Instant> dispute(Dispute dispute) {
    return switch (dispute.status()) {
      case INQUIRY, NEEDS_RESPONSE -> Optional.of(dispute.openedAt());
      case UNDER_REVIEW -> Optional.empty();
      case LOST, WON -> dispute.closedAt();
    };
  }

  /** Its creation has a time; its arrival, failure and cancellation have none. */
  public static Optional<Instant> payout(Payout payout) {
    return switch (payout.status()) {
      case PENDING, IN_TRANSIT -> Optional.of(payout.issuedAt());
      case PAID, FAILED, CANCELLED -> Optional.empty();
    };
  }
}
