package io.daybook.posting.order;

import io.daybook.events.FulfilmentId;
import io.daybook.events.LineId;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.events.TaxAmount;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Policy;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.LargestRemainder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What the books hold of an order at a moment: its parts, tip and duties, what the customer still owes for goods received
 * (1100), and what the merchant owes back (2230). Lives for one computation; whoever changes it adds the legs that say so.
 */
final class OrderBalance {
  /** A slice of a part that a parcel delivered. */
  record Delivered(Part part, Slice slice) {}

  private final OrderState order;
  private final Reference reference;
  private final AccountCode receivableAccount;
  private final List<Part> parts = new ArrayList<>();
  private final Extra tip;
  private final Extra duties;
  private final OwedBack owedBack = new OwedBack();
  private final Map<FulfilmentId, List<Delivered>> parcels = new HashMap<>();
  private final OpenPrices open;
  private long receivableMinor;
  private long writtenOffMinor;
  private long inMinor;
  private long outMinor;
  private long cardDiscountMinor;
  private long cardsSpentMinor;

  /**
   * The order as it was placed: what later edits add is not ordered yet.
   *
   * @param receivable who owes for what is delivered unpaid: the customer (1100), or the carrier (1150)
   */
  OrderBalance(
      OrderState order, Collection<OrderEdit> edits, Policy policy, AccountCode receivable) {
    this.order = order;
    this.reference = new Reference("order/" + order.id());
    this.receivableAccount = receivable;
    AccountCode tips =
        switch (policy.tenders().tips()) {
          case LIABILITY -> Accounts.TIPS;
          case INCOME -> Accounts.OTHER_INCOME;
        };
    this.tip = new Extra(tips, Accounts.PETTY_EXPENSE, order.tipMinor());
    this.duties = new Extra(Accounts.DUTIES, Accounts.DUTIES_BORNE, order.dutiesMinor());
    Function<TaxAmount, TaxKey> keys = tax -> TaxKey.of(tax, reference, policy.tax());
    Map<LineId, Integer> added = new HashMap<>();
    edits.stream()
        .flatMap(edit -> edit.additions().stream())
        .forEach(change -> added.merge(change.line(), change.quantity(), Math::addExact));
    order.lines().forEach(line -> parts.add(Part.of(line, policy.recognition(), keys)));
    parts.forEach(part -> part.order(part.quantity() - added.getOrDefault(part.id(), 0)));
    for (var shipping : order.shipping()) {
      Part part = Part.of(shipping, keys);
      part.order(1);
      parts.add(part);
    }
    this.open = new OpenPrices(parts, extras());
  }

  OrderState order() {
    return order;
  }

  /** Under which the order's own receivable and what it owes back stand open. */
  Reference reference() {
    return reference;
  }

  AccountCode receivableAccount() {
    return receivableAccount;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  List<Part> parts(Part.Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).toList();
  }

  /** The parts that are revenue one day. */
  List<Part> earning() {
    return parts.stream().filter(Part::earns).toList();
  }

  Optional<Part> line(LineId id) {
    return parts.stream()
        .filter(part -> part.kind() != Part.Kind.SHIPPING && part.id().equals(id))
        .findFirst();
  }

  List<Extra> extras() {
    return List.of(tip, duties);
  }

  Extra tip() {
    return tip;
  }

  Extra duties() {
    return duties;
  }

  /** What the platform's parts add up to, in minor units. */
  long partsMinor() {
    long sum = Math.addExact(order.tipMinor(), order.dutiesMinor());
    for (Part part : parts) {
      sum = Math.addExact(sum, part.totalMinor());
    }
    return sum;
  }

  /** What is ordered and not paid for, delivered or not. */
  long unpaidMinor() {
    return Math.addExact(receivableMinor, open.totalMinor());
  }

  /**
   * Pays with up to an amount: first what was delivered unpaid (case 7), then what is open, by its shares, tax that comes
   * with the sale last (case 74). The credit legs are added; the debit is the caller's.
   *
   * @param taxFigure the platform's figure of the tax in it
   * @return what is beyond all that is unpaid
   */
  long pay(long minor, Optional<Long> taxFigure, Legs legs) {
    long settled = settle(minor, legs);
    return open.pay(minor - settled, taxFigure, legs);
  }

  /** What is ordered, not paid for and not delivered. */
  OpenPrices open() {
    return open;
  }

  /** Credits the order's receivable with up to an amount; how much it took. */
  long settle(long atMost, Legs legs) {
    long settled = Math.min(atMost, receivableMinor);
    receivableMinor -= settled;
    legs.credit(receivableAccount, reference, settled);
    return settled;
  }

  /**
   * Something need not be paid: of what waits for payment and is revenue one day, goods and services and shipping by their
   * shares. It lowers their net and so shows as discount when they are earned.
   *
   * @return what is beyond that
   */
  long discount(long minor) {
    long most =
        earning().stream()
            .mapToLong(part -> part.undelivered().openMinor())
            .reduce(0, Math::addExact);
    long given = Math.min(minor, most);
    spread(
        given,
        earning(),
        part -> part.undelivered().openMinor(),
        (part, share) -> part.undelivered().discount(share));
    return minor - given;
  }

  /** What is done to a part with its share. */
  interface Spreading {
    /** Never called with 0. */
    void take(Part part, long minor);
  }

  /** Spreads an amount over parts by what each has, none getting more than it has. */
  static void spread(long minor, List<Part> over, ToLongFunction<Part> has, Spreading spreading) {
    List<Long> shares = LargestRemainder.split(minor, over.stream().map(has::applyAsLong).toList());
    for (int place = 0; place < over.size(); place++) {
      if (shares.get(place) != 0) {
        spreading.take(over.get(place), shares.get(place));
      }
    }
  }

  /** The customer, or the carrier, now owes for something. */
  void receivable(long minor, Legs legs) {
    receivableMinor = Math.addExact(receivableMinor, minor);
    legs.debit(receivableAccount, reference, minor);
  }

  long receivableMinor() {
    return receivableMinor;
  }

  /** Nobody will pay what is owed. */
  void writeOff(long minor) {
    writtenOffMinor = Math.addExact(writtenOffMinor, minor);
  }

  /** Takes up to an amount of what was written off: it was paid after all. */
  long recover(long atMost, Legs legs) {
    long recovered = Math.min(atMost, writtenOffMinor);
    writtenOffMinor -= recovered;
    legs.credit(Accounts.BAD_DEBTS, recovered);
    return recovered;
  }

  /** Money came in for the order. */
  void moneyIn(long minor) {
    inMinor = Math.addExact(inMinor, minor);
  }

  /** Money goes out on the order. */
  void moneyOut(long minor) {
    outMinor = Math.addExact(outMinor, minor);
  }

  /** By how much more went out on the order than came in (rule A14). */
  long overpaidMinor() {
    return Math.max(0, outMinor - inMinor);
  }

  OwedBack owedBack() {
    return owedBack;
  }

  /** So much of the gift cards sold was redeemed. */
  void cardsSpent(long minor) {
    cardsSpentMinor = minor;
  }

  /** Takes back a card that was sold: from 2200, and what was redeemed of it as a loss (rule A10). */
  void takeCard(Part card, long minor, Legs legs) {
    long held =
        parts(Part.Kind.GIFT_CARD).stream()
            .mapToLong(part -> part.undelivered().deferredMinor())
            .reduce(minor, Math::addExact);
    long there = Math.clamp(held - cardsSpentMinor, 0, minor);
    cardsSpentMinor -= minor - there;
    card.debitBase(Accounts.GIFT_CARDS, there, legs);
    legs.debit(Accounts.CHARGEBACK_LOSS, minor - there);
  }

  /** Debits where a part's payment waited, after so much of it was taken. */
  void unwait(Part part, long minor, Legs legs) {
    if (part.kind() == Part.Kind.GIFT_CARD) {
      takeCard(part, minor, legs);
    } else {
      part.debitBase(part.waitingAccount(), minor, legs);
    }
  }

  /** Whatever was paid or taken back: 2200 holds the value of cards sold, and 2205 their discount (case 76). */
  void cardDiscounts(Legs legs) {
    long now =
        parts(Part.Kind.GIFT_CARD).stream()
            .mapToLong(Part::cardDiscountMinor)
            .reduce(0, Math::addExact);
    legs.debit(Accounts.CARD_DISCOUNT, now - cardDiscountMinor)
        .credit(Accounts.GIFT_CARDS, now - cardDiscountMinor);
    cardDiscountMinor = now;
  }

  void delivered(FulfilmentId parcel, List<Delivered> slices) {
    parcels.put(parcel, List.copyOf(slices));
  }

  /** What a parcel delivered; nothing the second time. */
  List<Delivered> callBack(FulfilmentId parcel) {
    return Optional.ofNullable(parcels.remove(parcel)).orElse(List.of());
  }

  /** Whether any parcel is delivered, or counts as that. */
  boolean anyParcel() {
    return !parcels.isEmpty();
  }
}
