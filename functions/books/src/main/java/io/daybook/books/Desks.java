package io.daybook.books;

import io.daybook.ledger.ConnectionName;

/** The connections through which the hub tells itself something: people's acts and reconciliation's findings. */
public final class Desks {
  /** What people do to the books. */
  public static final ConnectionName PEOPLE = new ConnectionName("people");

  /** What reconciliation found. */
  public static final ConnectionName RECONCILE = new ConnectionName("reconcile");

  private Desks() {}

  /** Whether a connection is one of the hub's own, which no platform may be connected as. */
  public static boolean isOwn(ConnectionName name) {
    return name.equals(PEOPLE) || name.equals(RECONCILE);
  }
}
