package io.daybook.reconciliation;

/** Another run took the lease while this one slept: it must not write any more. */
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost() {
    super("another run took the lease");
  }
}
