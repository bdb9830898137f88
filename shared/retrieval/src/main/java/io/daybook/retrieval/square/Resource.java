package io.daybook.retrieval.square;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What can be swept, in the order in which a sweep asks: sales before the money.
 */
enum Resource {
  ORDERS("orders", Duration.ZERO),
  PAYMENTS("payments", Duration.ZERO),
  REFUNDS("refunds", Duration.ZERO),
  /** Listed whole, for Square filters them by no time. */
  DISPUTES("disputes", Duration.ZERO),
  /** Found by when they were made; paid or returned some days after. */
  PAYOUTS("payouts", Duration.ofDays(14)),
  PAYOUT_TRANSACTIONS("payout-transactions", Duration.ofDays(14)),
  /** Found by when they were opened; a till is closed at night, or after a long weekend. */
  CASH_DRAWER_SHIFTS("cash-drawer-shifts", Duration.ofDays(4));

  private final String word;
  private final Duration lookBack;

  Resource(String word, Duration lookBack) {
    this.word = word;
    this.lookBack = lookBack;
  }

  static Optional<Resource> of(String word) {
    return Arrays.stream(values()).filter(resource -> resource.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  String topic() {
    return "pull/" + word;
  }

  /** How long an object goes on changing after the time by which it is found. */
  Duration lookBack() {
    return lookBack;
  }
}
