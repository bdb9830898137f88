package io.daybook.events;

/** What a carrier or a provider of labels took its money from. */
public enum PaidFrom {
  /** A prepaid wallet with the provider (1320). */
  WALLET,
  /** The merchant's own account with the carrier, billed later (2005). */
  ACCOUNT,
  /** The merchant's card, billed by its issuer (2000). */
  CARD
}
