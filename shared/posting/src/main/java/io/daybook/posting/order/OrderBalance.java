package io.daybook.posting.order;

import io.daybook.events.FulfilmentId;
import io.daybook.events.LineId;
import io.daybook.events.OrderEdit;
import io.daybook.events.OrderState;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.CumulativeShares;
import io.daybook.posting.share.LargestRemainder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
  private final List<Part> parts = new ArrayList<>();
  private final Extra tip;
  private final Extra duties;
  private final OwedBack owedBack = new OwedBack();
  private final Map<FulfilmentId, List<Delivered>> parcels = new HashMap<>();
  private Optional<CumulativeShares<AccountCode>> paying = Optional.empty();
  private long receivableMinor;

  /** The order as it was placed: what later edits add is not ordered yet. */
  OrderBalance(OrderState order, Collection<OrderEdit> edits) {
    this.order = order;
    this.reference = new Reference("order/" + order.id());
    this.tip = new Extra(Accounts.TIPS, order.tipMinor());
    this.duties = new Extra(Accounts.DUTIES, order.dutiesMinor());
    Map<LineId, Integer> added = new HashMap<>();
    edits.stream()
        .flatMap(edit -> edit.additions().stream())
        .forEach(change -> added.merge(change.line(), change.quantity(), Math::addExact));
    order.lines().forEach(line -> parts.add(Part.of(line)));
    parts.forEach(part -> part.order(part.quantity() - added.getOrDefault(part.id(), 0)));
    for (var shipping : order.shipping()) {
      Part part = Part.of(shipping);
      part.order(1);
      parts.add(part);
    }
  }

  OrderState order() {
    return order;
  }

  /** Under which the order's own receivable and what it owes back stand open. */
  Reference reference() {
    return reference;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  List<Part> parts(Part.Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).toList();
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

  /** What is ordered, not paid for and not delivered, by the account that waits for it. */
  private SortedMap<AccountCode, Long> openByAccount() {
    SortedMap<AccountCode, Long> open = new TreeMap<>();
    for (Part part : parts) {
      open.merge(part.waitingAccount(), part.undelivered().openMinor(), Math::addExact);
      part.undelivered()
          .openTax()
          .byAccount()
          .forEach((account, minor) -> open.merge(account, minor, Math::addExact));
    }
    extras().forEach(extra -> open.merge(extra.account(), extra.openMinor(), Math::addExact));
    open.values().removeIf(minor -> minor == 0);
    return open;
  }

  /** What is ordered and not paid for, delivered or not. */
  long unpaidMinor() {
    return openByAccount().values().stream().reduce(receivableMinor, Math::addExact);
  }

  /**
   * Pays with up to an amount: first what was delivered unpaid (case 7), then what is open, by its shares. The credit
   * legs are added; the debit is the caller's.
   *
   * @return what is beyond all that is unpaid
   */
  long pay(long minor, Legs legs) {
    long settled = settle(minor, legs);
    SortedMap<AccountCode, Long> open = openByAccount();
    long total = open.values().stream().reduce(0L, Math::addExact);
    long paid = Math.min(minor - settled, total);
    if (paid > 0) {
      SortedMap<AccountCode, Long> shares = shares(open).draw(paid);
      shares.forEach(this::credited);
      legs.credit(shares);
    }
    return minor - settled - paid;
  }

  /** Credits the order's receivable with up to an amount; how much it took. */
  long settle(long atMost, Legs legs) {
    long settled = Math.min(atMost, receivableMinor);
    receivableMinor -= settled;
    legs.credit(Accounts.RECEIVABLE, reference, settled);
    return settled;
  }

  /** Rounding is cumulative for as long as nothing but payments changes what is open. */
  private CumulativeShares<AccountCode> shares(SortedMap<AccountCode, Long> open) {
    CumulativeShares<AccountCode> shares =
        paying
            .filter(known -> known.left().equals(open))
            .orElseGet(() -> new CumulativeShares<>(open, residue(open)));
    paying = Optional.of(shares);
    return shares;
  }

  private static AccountCode residue(SortedMap<AccountCode, Long> open) {
    return open.containsKey(Accounts.DEFERRED) ? Accounts.DEFERRED : open.firstKey();
  }

  private void credited(AccountCode account, long minor) {
    for (Extra extra : extras()) {
      if (extra.account().equals(account)) {
        extra.pay(minor);
        return;
      }
    }
    if (account.equals(Accounts.DEFERRED) || account.equals(Accounts.GIFT_CARDS)) {
      List<Part> waiting =
          parts.stream().filter(part -> part.waitingAccount().equals(account)).toList();
      spread(
          minor,
          waiting,
          part -> part.undelivered().openMinor(),
          (part, share) -> part.undelivered().pay(share));
    } else {
      spread(
          minor,
          parts,
          part -> part.undelivered().openTax().of(account),
          (part, share) -> part.undelivered().payTax(account, share));
    }
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

  /** The customer now owes for something delivered. */
  void receivable(long minor, Legs legs) {
    receivableMinor = Math.addExact(receivableMinor, minor);
    legs.debit(Accounts.RECEIVABLE, reference, minor);
  }

  long receivableMinor() {
    return receivableMinor;
  }

  OwedBack owedBack() {
    return owedBack;
  }

  void delivered(FulfilmentId parcel, List<Delivered> slices) {
    parcels.put(parcel, List.copyOf(slices));
  }

  /** What a parcel delivered; nothing the second time. */
  List<Delivered> callBack(FulfilmentId parcel) {
    return Optional.ofNullable(parcels.remove(parcel)).orElse(List.of());
  }

  /** Whether any parcel is on its way or delivered. */
  boolean anyParcel() {
    return !parcels.isEmpty();
  }
}
