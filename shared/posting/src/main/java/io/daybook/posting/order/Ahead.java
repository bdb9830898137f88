package io.daybook.posting.order;

import io.daybook.posting.share.HalfUp;

/**
 * What a part earned at payment of units that are still to be delivered: books without deferral show it as deferred over
 * each month's end (case 8).
 */
final class Ahead {
  private long grossMinor;
  private long netMinor;

  long grossMinor() {
    return grossMinor;
  }

  long netMinor() {
    return netMinor;
  }

  /** Earned without units. */
  void earn(Slice slice) {
    grossMinor = Math.addExact(grossMinor, slice.grossMinor());
    netMinor = Math.addExact(netMinor, slice.deferredMinor());
  }

  /** Some of the units that it is for were delivered, cancelled or removed. */
  void take(int units, int of) {
    if (units > 0) {
      grossMinor -= HalfUp.share(grossMinor, units, of);
      netMinor -= HalfUp.share(netMinor, units, of);
    }
  }

  /** Some of what is earned was given back, this first. */
  void giveBack(long minor) {
    long taken = Math.min(minor, netMinor);
    if (taken > 0) {
      grossMinor -= HalfUp.share(grossMinor, taken, netMinor);
      netMinor -= taken;
    }
  }
}
