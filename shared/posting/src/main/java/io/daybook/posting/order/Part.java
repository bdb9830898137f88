package io.daybook.posting.order;

import io.daybook.events.Exemption;
import io.daybook.events.LineId;
import io.daybook.events.OrderLine;
import io.daybook.events.ShippingLine;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.TaxMark;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.HalfUp;
import io.daybook.posting.share.LargestRemainder;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A line of an order, or its shipping, as the books hold it at a moment; and the accounts that say so. */
final class Part {
  /** What it is to the books. */
  enum Kind {
    /** Earned with its parcel. */
    GOODS,
    /** Earned at its fulfilment mark, else when the order is paid (rule A8). */
    SERVICE,
    /** A gift card sold: never earned here. */
    GIFT_CARD,
    /** Earned like a service, on an account of its own. */
    SERVICE_CHARGE,
    /** Collected for somebody else: never earned. */
    THIRD_PARTY,
    /** Earned with parcels, as the policy says. */
    SHIPPING
  }

  private final LineId id;
  private final Kind kind;
  private final int quantity;
  private final long wholeGross;
  private final long wholeNet;
  private final SortedMap<TaxKey, Long> wholeTax;
  private final Optional<OrderLine.Term> term;
  private final Optional<Exemption> exemption;
  private final Optional<Integer> commission;
  private int ordered;
  private final Undelivered undelivered = new Undelivered();
  private int deliveredUnits;
  private long deliveredGrossMinor;
  private long keptMinor;
  private final TaxPot keptTax = new TaxPot();
  private int removedUnits;
  private final Ahead ahead = new Ahead();

  private Part(
      LineId id,
      Kind kind,
      int quantity,
      long gross,
      long net,
      SortedMap<TaxKey, Long> taxes,
      Optional<OrderLine.Term> term,
      Optional<Exemption> exemption,
      Optional<Integer> commission) {
    this.id = id;
    this.kind = kind;
    this.quantity = quantity;
    this.wholeGross = gross;
    this.wholeNet = net;
    this.wholeTax = taxes;
    this.term = term;
    this.exemption = exemption;
    this.commission = commission;
  }

  /** A line of which nothing is ordered yet. */
  static Part of(OrderLine line, RecognitionPolicy policy, Function<TaxAmount, TaxKey> keys) {
    Kind kind =
        switch (line.kind()) {
          case GOODS -> Kind.GOODS;
          case SERVICE -> Kind.SERVICE;
          case GIFT_CARD -> Kind.GIFT_CARD;
          case SERVICE_CHARGE -> Kind.SERVICE_CHARGE;
          case THIRD_PARTY -> Kind.THIRD_PARTY;
        };
    return new Part(
        line.id(),
        kind,
        line.quantity(),
        line.grossMinor(),
        line.netMinor(),
        keyed(line.taxes(), keys),
        line.term(),
        line.exemption(),
        line.productType()
            .flatMap(type -> Optional.ofNullable(policy.agentCommission().get(type))));
  }

  /** The shipping of which nothing is ordered yet; it counts as one unit. */
  static Part of(ShippingLine line, Function<TaxAmount, TaxKey> keys) {
    return new Part(
        line.id(),
        Kind.SHIPPING,
        1,
        line.grossMinor(),
        line.grossMinor() - line.discountMinor(),
        keyed(line.taxes(), keys),
        Optional.empty(),
        line.exemption(),
        Optional.empty());
  }

  private static SortedMap<TaxKey, Long> keyed(
      List<TaxAmount> taxes, Function<TaxAmount, TaxKey> keys) {
    SortedMap<TaxKey, Long> keyed = new TreeMap<>();
    taxes.forEach(tax -> keyed.merge(keys.apply(tax), tax.minor(), Math::addExact));
    return keyed;
  }

  /** Orders some more units of the line, at most those it has. */
  void order(int more) {
    int before = ordered;
    ordered = Math.min(quantity, ordered + Math.max(0, more));
    SortedMap<TaxKey, Long> taxes = new TreeMap<>();
    wholeTax.forEach(
        (key, minor) -> taxes.put(key, HalfUp.between(minor, before, ordered, quantity)));
    long net = HalfUp.between(wholeNet, before, ordered, quantity);
    long discount = HalfUp.between(wholeGross - wholeNet, before, ordered, quantity);
    undelivered.order(ordered - before, Math.addExact(net, discount), net, taxes);
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

  /** When it is served, if time earns it. */
  Optional<OrderLine.Term> term() {
    return term;
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

  /** Earned at payment, of units that were not delivered yet. */
  Ahead ahead() {
    return ahead;
  }

  /** Units that an edit removed and no refund has named yet. */
  int removedUnits() {
    return removedUnits;
  }

  void removed(int units) {
    removedUnits += units;
  }

  /** Whether it is ever revenue. */
  boolean earns() {
    return kind != Kind.GIFT_CARD && kind != Kind.THIRD_PARTY;
  }

  /** The account on which its payment waits. */
  AccountCode waitingAccount() {
    return switch (kind) {
      case GIFT_CARD -> Accounts.GIFT_CARDS;
      case THIRD_PARTY -> Accounts.THIRD_PARTIES;
      case GOODS, SERVICE, SERVICE_CHARGE, SHIPPING -> Accounts.DEFERRED;
    };
  }

  /** The account on which it is earned, for this line. */
  AccountCode incomeAccount() {
    return ofLine(
        switch (kind) {
          case SHIPPING -> Accounts.SHIPPING_INCOME;
          case SERVICE_CHARGE -> Accounts.SERVICE_CHARGES;
          case GOODS, SERVICE, GIFT_CARD, THIRD_PARTY -> Accounts.SALES;
        });
  }

  /** The account on which it is given back after it was earned. */
  AccountCode returnAccount() {
    return kind == Kind.SHIPPING ? Accounts.SHIPPING_REFUNDS : Accounts.RETURNS;
  }

  /** An account for what it is of this line. */
  AccountCode ofLine(AccountCode account) {
    return LineAccounts.of(account, id);
  }

  /** A discounted card's discount on what is paid for it and neither cancelled nor redeemed here. */
  long cardDiscountMinor() {
    return kind == Kind.GIFT_CARD && wholeNet > 0
        ? HalfUp.share(wholeGross - wholeNet, undelivered.deferredMinor(), wholeNet)
        : 0;
  }

  /** Debits an account with something of it that the tax report must see, if it bears no tax for a reason (case 85). */
  void debitBase(AccountCode account, long minor, Legs legs) {
    exemption.ifPresentOrElse(
        why -> {
          TaxMark mark = new TaxMark(Optional.of(legs.day()), "", "", "0", Optional.of(why));
          legs.debit(account, mark, minor);
        },
        () -> legs.debit(account, minor));
  }

  /** A slice is earned: what was allowed before is not kept. */
  void earn(Slice slice, Legs legs) {
    long before = keptMinor;
    deliveredUnits += slice.units();
    deliveredGrossMinor = Math.addExact(deliveredGrossMinor, slice.grossMinor());
    keptMinor = Math.addExact(keptMinor, slice.deferredMinor() + slice.openMinor());
    keptTax.add(slice.owedTax());
    keptTax.add(slice.openTax());
    legs.debit(waitingAccount(), slice.deferredMinor());
    if (commission.isPresent()) {
      agency(before, legs);
    } else {
      legs.debit(ofLine(Accounts.RETURNS), slice.allowedMinor())
          .debit(ofLine(Accounts.DISCOUNTS), slice.grossMinor() - slice.netMinor())
          .credit(incomeAccount(), slice.grossMinor() - slice.openMinor());
      debitBase(incomeAccount(), -slice.openMinor(), legs);
    }
    TaxKey.supplied(slice.owedTax(), 1, legs);
    TaxKey.oweNow(slice.openTax(), legs);
  }

  /** What an agent keeps is the commission; the rest is the principal's (rule A18). */
  private void agency(long keptBefore, Legs legs) {
    long mine = commissionOn(keptMinor) - commissionOn(keptBefore);
    legs.credit(incomeAccount(), mine)
        .credit(Accounts.THIRD_PARTIES, keptMinor - keptBefore - mine);
  }

  private long commissionOn(long kept) {
    return HalfUp.share(kept, commission.orElse(0), RecognitionPolicy.WHOLE);
  }

  /** Something earned is given back, as a return or as a loss. */
  void giveBack(long minor, AccountCode account, Legs legs) {
    if (minor > keptMinor) {
      throw new IllegalStateException(
          "line " + id + " keeps " + keptMinor + ", cannot give back " + minor);
    }
    keptMinor -= minor;
    ahead.giveBack(minor);
    if (commission.isPresent()) {
      long mine = commissionOn(keptMinor + minor) - commissionOn(keptMinor);
      legs.debit(ofLine(account), mine).debit(Accounts.THIRD_PARTIES, minor - mine);
    } else {
      debitBase(ofLine(account), minor, legs);
    }
  }

  /** Units came back. */
  void returned(int units) {
    deliveredUnits = Math.max(0, deliveredUnits - units);
  }

  /** Units came back, and the same will go out for them: they are to be delivered, and paid for already (rule A19). */
  void exchanged(int units) {
    int back = Math.min(units, deliveredUnits);
    returned(back);
    undelivered.order(back, 0, 0, new TreeMap<>());
  }

  /**
   * A slice that was earned waits again. What was paid since waits as paid; what was given back since counts as allowed.
   *
   * @param receivableMinor what the customer still owes for goods received: no more of it can turn open again
   * @return the slice as it waits now
   */
  Slice unearn(Slice slice, long receivableMinor, Legs legs) {
    long unpaid = Math.addExact(slice.openMinor(), slice.openTaxMinor());
    long stillUnpaid = Math.min(unpaid, receivableMinor);
    long taxUnpaid = unpaid == 0 ? 0 : HalfUp.share(slice.openTaxMinor(), stillUnpaid, unpaid);
    SortedMap<TaxKey, Long> openTax = LargestRemainder.split(taxUnpaid, slice.openTax());
    openTax.replaceAll((key, minor) -> Math.min(minor, keptTax.of(key)));
    openTax.forEach((key, minor) -> keptTax.add(key, -minor));
    SortedMap<TaxKey, Long> owedTax = new TreeMap<>(slice.owedTax());
    slice
        .openTax()
        .forEach((key, minor) ->
            owedTax.merge(key, minor - openTax.getOrDefault(key, 0L), Math::addExact));
    owedTax.replaceAll((key, minor) -> Math.min(minor, keptTax.of(key)));
    owedTax.forEach((key, minor) -> keptTax.add(key, -minor));
    long earned = Math.addExact(slice.deferredMinor(), slice.openMinor());
    long stillKept = Math.min(earned, keptMinor);
    long open = Math.min(stillKept, stillUnpaid - taxUnpaid);
    long allowed = Math.addExact(slice.allowedMinor(), earned - stillKept);
    Slice back =
        new Slice(
            slice.units(), slice.grossMinor(), stillKept - open, open, allowed, openTax, owedTax);
    long before = keptMinor;
    keptMinor -= stillKept;
    deliveredGrossMinor -= slice.grossMinor();
    returned(slice.units());
    undelivered.putBack(back);
    legs.credit(waitingAccount(), back.deferredMinor());
    if (commission.isPresent()) {
      agency(before, legs);
    } else {
      legs.debit(incomeAccount(), slice.grossMinor() - open)
          .credit(ofLine(Accounts.DISCOUNTS), slice.grossMinor() - slice.netMinor())
          .credit(ofLine(Accounts.RETURNS), allowed);
      debitBase(incomeAccount(), open, legs);
    }
    TaxKey.giveBack(openTax, legs);
    TaxKey.supplied(owedTax, -1, legs);
    return back;
  }
}
