package io.daybook.simulation.month;

import java.util.Random;

/** Ids that look like the platforms' own, and never twice the same. */
final class Ids {
  private static final String LETTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final Random random;
  private long shopify = 6_201_344_000_000L;
  private long ledger = 1_482_600_000_000L;

  Ids(Random random) {
    this.random = random;
  }

  /** An id of the shop. */
  long next() {
    shopify += 32_768L * (1 + random.nextInt(9));
    return shopify;
  }

  /** An id in the ledger of Shopify Payments. */
  String nextOfLedger() {
    ledger += 32_768L * (1 + random.nextInt(9));
    return Long.toString(ledger);
  }

  /** An id of Stripe. */
  String stripe(String prefix) {
    return prefix + "_3QB" + letters(21);
  }

  /** Letters and digits. */
  String letters(int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /** Digits, the first of them not 0. */
  String digits(int count) {
    StringBuilder text = new StringBuilder(count);
    text.append((char) ('1' + random.nextInt(9)));
    while (text.length() < count) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
