package io.daybook.posting.order;

import io.daybook.ledger.AccountCode;
import io.daybook.posting.requirement.Legs;

/** A tip or the duties: collected on top, held on an account, never earned with the goods. */
final class Extra {
  private final AccountCode account;
  private final AccountCode loss;
  private long openMinor;
  private long heldMinor;
  private long spentMinor;

  /**
   * Nothing paid yet.
   *
   * @param account that holds it
   * @param loss that bears what is given back after it was spent (rule A10)
   */
  Extra(AccountCode account, AccountCode loss, long minor) {
    this.account = account;
    this.loss = loss;
    this.openMinor = minor;
  }

  AccountCode account() {
    return account;
  }

  long openMinor() {
    return openMinor;
  }

  long heldMinor() {
    return heldMinor;
  }

  void pay(long minor) {
    openMinor -= minor;
    heldMinor += minor;
  }

  /** So much of it is not there any more. */
  void spent(long minor) {
    spentMinor = minor;
  }

  /** It is not asked for any more. */
  void drop() {
    openMinor = 0;
  }

  /** Gives back up to an amount of what was paid: from where it is held, else as a loss. How much it was. */
  long take(long atMost, Legs legs) {
    long taken = Math.min(atMost, heldMinor);
    long there = Math.clamp(heldMinor - spentMinor, 0, taken);
    heldMinor -= taken;
    spentMinor -= taken - there;
    legs.debit(account, there).debit(loss, taken - there);
    return taken;
  }
}
