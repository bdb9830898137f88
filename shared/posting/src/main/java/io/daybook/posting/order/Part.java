package io.daybook.posting.order;

import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.ShippingLine;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.AccountCode;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.share.HalfUp;
import io.daybook.posting.share.LargestRemainder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A line of an order, or its shipping, as the books hold it at a moment. */
final class Part {
  /** What it is to the books. */
  enum Kind {
    /** Earned with its parcel. */
    GOODS,
    /** Earned at its fulfilment mark, else when the order is paid (rule A8). */
    SERVICE,
    /** A gift card sold: never earned here. */
    GIFT_CARD,
    /** Earned with parcels, as the policy says. */
    SHIPPING
  }

  private final LineId id;
  private final Kind kind;
  private final int quantity;
  private final long wholeGross;
  private final long wholeNet;
  private final SortedMap<AccountCode, Long> wholeTax;
  private int ordered;
  private final Undelivered undelivered = new Undelivered();
  private int deliveredUnits;
  private long deliveredGrossMinor;
  private long keptMinor;
  private final TaxPot keptTax = new TaxPot();
  private int removedUnits;

  private Part(LineId id, Kind kind, int quantity, long gross, long net, List<TaxAmount> taxes) {
    this.id = id;
    this.kind = kind;
    this.quantity = quantity;
    this.wholeGross = gross;
    this.wholeNet = net;
    this.wholeTax = new TreeMap<>();
    taxes.forEach(
        tax -> wholeTax.merge(Accounts.tax(tax.jurisdiction()), tax.minor(), Math::addExact));
  }

  /** A line of which nothing is ordered yet. */
  static Part of(OrderLine line) {
    Kind kind =
        switch (line.kind()) {
          case GOODS -> Kind.GOODS;
          case SERVICE -> Kind.SERVICE;
          case GIFT_CARD -> Kind.GIFT_CARD;
        };
    return new Part(
        line.id(), kind, line.quantity(), line.grossMinor(), line.netMinor(), line.taxes());
  }

  /** The shipping of which nothing is ordered yet; it counts as one unit. */
  static Part of(ShippingLine line) {
    long net = line.grossMinor() - line.discountMinor();
    return new Part(line.id(), Kind.SHIPPING, 1, line.grossMinor(), net, line.taxes());
  }

  /** Orders some more units of the line, at most those it has. */
  void order(int more) {
    int before = ordered;
    ordered = Math.min(quantity, ordered + Math.max(0, more));
    SortedMap<AccountCode, Long> taxes = new TreeMap<>();
    wholeTax.forEach(
        (account, minor) -> taxes.put(account, HalfUp.between(minor, before, ordered, quantity)));
    long gross = HalfUp.between(wholeGross, before, ordered, quantity);
    long discount = HalfUp.between(wholeGross - wholeNet, before, ordered, quantity);
    undelivered.order(ordered - before, gross, gross - discount, taxes);
  }

  LineId id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  int quantity() {
    return quantity;
  }

  /** What the platform says of the whole line, tax included, in minor units. */
  long totalMinor() {
    return wholeTax.values().stream().reduce(wholeNet, Math::addExact);
  }

  Undelivered undelivered() {
    return undelivered;
  }

  int deliveredUnits() {
    return deliveredUnits;
  }

  /** Earned before discount, whatever was given back since. */
  long deliveredGrossMinor() {
    return deliveredGrossMinor;
  }

  /** Earned and not given back, without tax. */
  long keptMinor() {
    return keptMinor;
  }

  /** The tax on what is kept. */
  TaxPot keptTax() {
    return keptTax;
  }

  /** Units that an edit removed and no refund has named yet. */
  int removedUnits() {
    return removedUnits;
  }

  void removed(int units) {
    removedUnits += units;
  }

  /** A slice was earned: what was allowed before is not kept. */
  void deliver(Slice slice) {
    deliveredUnits += slice.units();
    deliveredGrossMinor = Math.addExact(deliveredGrossMinor, slice.grossMinor());
    keptMinor = Math.addExact(keptMinor, slice.deferredMinor() + slice.openMinor());
    keptTax.add(slice.owedTax());
    keptTax.add(slice.openTax());
  }

  /** Something earned is given back. */
  void giveBack(long minor) {
    if (minor > keptMinor) {
      throw new IllegalStateException(
          "line " + id + " keeps " + keptMinor + ", cannot give back " + minor);
    }
    keptMinor -= minor;
  }

  /** Units came back. */
  void returned(int units) {
    deliveredUnits = Math.max(0, deliveredUnits - units);
  }

  /**
   * A slice that was earned waits again. What was paid since waits as paid; what was given back since counts as allowed.
   *
   * @param receivableMinor what the customer still owes for goods received: no more of it can turn open again
   * @return the slice as it waits now
   */
  Slice undeliver(Slice slice, long receivableMinor) {
    long unpaid = Math.addExact(slice.openMinor(), slice.openTaxMinor());
    long stillUnpaid = Math.min(unpaid, receivableMinor);
    long taxUnpaid = unpaid == 0 ? 0 : HalfUp.share(slice.openTaxMinor(), stillUnpaid, unpaid);
    SortedMap<AccountCode, Long> openTax = LargestRemainder.split(taxUnpaid, slice.openTax());
    openTax.replaceAll((account, minor) -> Math.min(minor, keptTax.of(account)));
    openTax.forEach((account, minor) -> keptTax.add(account, -minor));
    SortedMap<AccountCode, Long> owedTax = new TreeMap<>(slice.owedTax());
    slice
        .openTax()
        .forEach((account, minor) ->
            owedTax.merge(account, minor - openTax.getOrDefault(account, 0L), Math::addExact));
    owedTax.replaceAll((account, minor) -> Math.min(minor, keptTax.of(account)));
    owedTax.forEach((account, minor) -> keptTax.add(account, -minor));
    long earned = Math.addExact(slice.deferredMinor(), slice.openMinor());
    long stillKept = Math.min(earned, keptMinor);
    long open = Math.min(stillKept, stillUnpaid - taxUnpaid);
    long allowed = Math.addExact(slice.allowedMinor(), earned - stillKept);
    Slice back =
        new Slice(
            slice.units(), slice.grossMinor(), stillKept - open, open, allowed, openTax, owedTax);
    keptMinor -= stillKept;
    deliveredGrossMinor -= slice.grossMinor();
    returned(slice.units());
    undelivered.putBack(back);
    return back;
  }

  /** The account on which its payment waits. */
  AccountCode waitingAccount() {
    return kind == Kind.GIFT_CARD ? Accounts.GIFT_CARDS : Accounts.DEFERRED;
  }

  /** The account on which it is earned. */
  AccountCode incomeAccount() {
    return kind == Kind.SHIPPING ? Accounts.SHIPPING_INCOME : Accounts.SALES;
  }

  /** The account on which it is given back after it was earned. */
  AccountCode returnAccount() {
    return kind == Kind.SHIPPING ? Accounts.SHIPPING_REFUNDS : Accounts.RETURNS;
  }
}
