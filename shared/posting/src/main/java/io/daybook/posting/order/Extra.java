package io.daybook.posting.order;

import io.daybook.ledger.AccountCode;

/** A tip or the duties: collected on top, held on a liability, never earned. */
final class Extra {
  private final AccountCode account;
  private long openMinor;
  private long heldMinor;

  Extra(AccountCode account, long minor) {
    this.account = account;
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

  /** Takes up to an amount of what is held. */
  long take(long atMost) {
    long taken = Math.min(atMost, heldMinor);
    heldMinor -= taken;
    return taken;
  }
}
