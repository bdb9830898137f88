package io.daybook.posting.order;

import io.daybook.posting.share.HalfUp;
import io.daybook.posting.share.LargestRemainder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of a line, or of the shipping, that is neither delivered nor cancelled: its units and amounts, by what became
 * of them so far. Units are taken by cumulative rounding over what there was when it was last changed otherwise.
 */
final class Undelivered {
  /** From where the cumulative rounding counts. */
  private record Base(int units, long grossMinor, long netMinor, int taken) {
    /** Net and discount are rounded and their sum is the gross, so that none of them ever grows by taking units. */
    long grossLeft() {
      return Math.addExact(netLeft(), left(grossMinor - netMinor));
    }

    long netLeft() {
      return left(netMinor);
    }

    private long left(long minor) {
      return minor - HalfUp.share(minor, taken, units);
    }
  }

  private int units;
  private long grossMinor;
  private long deferredMinor;
  private long openMinor;
  private long allowedMinor;
  private final TaxPot openTax = new TaxPot();
  private final TaxPot owedTax = new TaxPot();
  private Base base = new Base(1, 0, 0, 0);

  int units() {
    return units;
  }

  long grossMinor() {
    return grossMinor;
  }

  long deferredMinor() {
    return deferredMinor;
  }

  long openMinor() {
    return openMinor;
  }

  long netMinor() {
    return Math.addExact(Math.addExact(deferredMinor, openMinor), allowedMinor);
  }

  TaxPot openTax() {
    return openTax;
  }

  TaxPot owedTax() {
    return owedTax;
  }

  /** More is ordered. */
  void order(int more, long gross, long net, Map<TaxKey, Long> taxes) {
    units += more;
    grossMinor = Math.addExact(grossMinor, gross);
    openMinor = Math.addExact(openMinor, net);
    openTax.add(taxes);
  }

  /** Some of what was open is paid for. */
  void pay(long minor) {
    openMinor = notNegative(openMinor - minor, "open");
    deferredMinor = Math.addExact(deferredMinor, minor);
  }

  /** Some open tax is paid. */
  void payTax(TaxKey key, long minor) {
    openTax.add(key, -minor);
    owedTax.add(key, minor);
  }

  /** Some of what was paid for is given back while the goods are still to come. */
  void allow(long minor) {
    deferredMinor = notNegative(deferredMinor - minor, "deferred");
    allowedMinor = Math.addExact(allowedMinor, minor);
  }

  /** Some of what was open need not be paid: the price less that is its net from here on. */
  void discount(long minor) {
    openMinor = notNegative(openMinor - minor, "open");
  }

  /** Some of what was paid for is owed back, because the price fell. */
  void lower(long minor) {
    deferredMinor = notNegative(deferredMinor - minor, "deferred");
  }

  /** Takes what is paid for, and no units: it is earned before they are delivered. */
  Slice takeAhead() {
    long rest = Math.addExact(openMinor, allowedMinor);
    long gross = rest == 0 ? grossMinor : HalfUp.share(grossMinor, deferredMinor, netMinor());
    Slice slice =
        new Slice(0, gross, deferredMinor, 0, 0, new TreeMap<>(), owedTax.takeShare(1, 1));
    grossMinor -= gross;
    deferredMinor = 0;
    return slice;
  }

  /** What was paid turned out to be worth more (or, negative, less): so is what will be earned (case 50). */
  void revalue(long minor) {
    deferredMinor = notNegative(deferredMinor + minor, "deferred");
    grossMinor = Math.addExact(grossMinor, minor);
  }

  /** Cancels up to a net amount without units: of what is paid for and of what is open, by their shares. */
  Slice cancel(long atMost) {
    long net = Math.min(atMost, Math.addExact(deferredMinor, openMinor));
    List<Long> shares = LargestRemainder.split(net, List.of(deferredMinor, openMinor));
    long gross = Math.min(net, grossMinor);
    grossMinor -= gross;
    deferredMinor -= shares.get(0);
    openMinor -= shares.get(1);
    return new Slice(0, gross, shares.get(0), shares.get(1), 0, new TreeMap<>(), new TreeMap<>());
  }

  /** Takes units with their share of everything. */
  Slice take(int some) {
    Base after = baseAfter(some);
    Slice slice = take(some, grossMinor - after.grossLeft(), netMinor() - after.netLeft());
    base = after;
    return slice;
  }

  /**
   * Takes units at a net that the platform says, as far as it can be the rounding of their price, which is less than one
   * minor unit each; with the last unit goes all that is left.
   */
  Slice takeAt(int some, long platformNet) {
    Base after = baseAfter(some);
    long share = netMinor() - after.netLeft();
    long lowest = some == units ? share : Math.max(0, share - some);
    long highest = some == units ? share : Math.min(netMinor(), share + some);
    Slice slice =
        take(some, grossMinor - after.grossLeft(), Math.clamp(platformNet, lowest, highest));
    base = after;
    return slice;
  }

  private Base baseAfter(int some) {
    if (base.units - base.taken != units
        || base.grossLeft() != grossMinor
        || base.netLeft() != netMinor()) {
      base = new Base(units, grossMinor, netMinor(), 0);
    }
    return new Base(base.units, base.grossMinor, base.netMinor, base.taken + some);
  }

  /** Takes amounts of what has no units that count (the shipping); with the last of the gross goes everything. */
  Slice takeGross(long gross) {
    return gross == grossMinor
        ? take(units)
        : take(0, gross, HalfUp.share(netMinor(), gross, grossMinor), gross, grossMinor);
  }

  private Slice take(int some, long gross, long net) {
    return take(some, gross, net, some, units);
  }

  private Slice take(int some, long gross, long net, long numerator, long denominator) {
    List<Long> buckets =
        LargestRemainder.split(net, List.of(deferredMinor, openMinor, allowedMinor));
    Slice slice =
        new Slice(
            some,
            gross,
            buckets.get(0),
            buckets.get(1),
            buckets.get(2),
            openTax.takeShare(numerator, denominator),
            owedTax.takeShare(numerator, denominator));
    units -= some;
    grossMinor -= gross;
    deferredMinor -= slice.deferredMinor();
    openMinor -= slice.openMinor();
    allowedMinor -= slice.allowedMinor();
    return slice;
  }

  /** Puts back what was taken. */
  void putBack(Slice slice) {
    units += slice.units();
    grossMinor = Math.addExact(grossMinor, slice.grossMinor());
    deferredMinor = Math.addExact(deferredMinor, slice.deferredMinor());
    openMinor = Math.addExact(openMinor, slice.openMinor());
    allowedMinor = Math.addExact(allowedMinor, slice.allowedMinor());
    openTax.add(slice.openTax());
    owedTax.add(slice.owedTax());
  }

  private static long notNegative(long minor, String what) {
    if (minor < 0) {
      throw new IllegalStateException("what is " + what + " would be " + minor);
    }
    return minor;
  }
}
