package io.daybook.posting.order;

import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.CumulativeShares;
import io.daybook.posting.share.LargestRemainder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of an order is not paid for and not delivered, and how a payment is shared among it. */
final class OpenPrices {
  private final List<Part> parts;
  private final List<Extra> extras;
  private Optional<CumulativeShares<OpenKey>> paying = Optional.empty();

  OpenPrices(List<Part> parts, List<Extra> extras) {
    this.parts = List.copyOf(parts);
    this.extras = extras;
  }

  long totalMinor() {
    return open().values().stream().reduce(0L, Math::addExact);
  }

  /** What is ordered, not paid for and not delivered, by what waits for it. */
  private SortedMap<OpenKey, Long> open() {
    SortedMap<OpenKey, Long> open = new TreeMap<>();
    for (Part part : parts) {
      open.merge(OpenKey.on(part.waitingAccount()), part.undelivered().openMinor(), Math::addExact);
      part.undelivered()
          .openTax()
          .byKey()
          .forEach((key, minor) -> open.merge(OpenKey.of(key), minor, Math::addExact));
    }
    extras.forEach(
        extra -> open.merge(OpenKey.on(extra.account()), extra.openMinor(), Math::addExact));
    open.values().removeIf(minor -> minor == 0);
    return open;
  }

  /**
   * Pays with up to an amount what is open, by its shares, tax that comes with the sale last (case 74); the credit legs are
   * added.
   *
   * @param taxFigure the platform's figure of the tax in it
   * @return what is beyond all that is open
   */
  long pay(long minor, Optional<Long> taxFigure, Legs legs) {
    SortedMap<OpenKey, Long> open = open();
    long total = open.values().stream().reduce(0L, Math::addExact);
    long paid = Math.min(minor, total);
    if (paid > 0) {
      taxFigure
          .map(figure -> byFigure(paid, figure, open))
          .orElseGet(() -> byShares(paid, open))
          .forEach((key, share) -> credited(key, share, legs));
    }
    return minor - paid;
  }

  private SortedMap<OpenKey, Long> byShares(long paid, SortedMap<OpenKey, Long> open) {
    SortedMap<OpenKey, Long> last = new TreeMap<>(open);
    last.keySet().removeIf(key -> !key.last());
    SortedMap<OpenKey, Long> first = new TreeMap<>(open);
    first.keySet().removeIf(OpenKey::last);
    long now = Math.min(paid, first.values().stream().reduce(0L, Math::addExact));
    SortedMap<OpenKey, Long> shares =
        now == 0 ? new TreeMap<>() : new TreeMap<>(shares(first).draw(now));
    if (paid > now) {
      shares.putAll(LargestRemainder.split(paid - now, last));
    }
    return shares;
  }

  private static SortedMap<OpenKey, Long> byFigure(
      long paid, long figure, SortedMap<OpenKey, Long> open) {
    SortedMap<OpenKey, Long> taxes = new TreeMap<>(open);
    taxes.keySet().removeIf(key -> key.tax().isEmpty());
    SortedMap<OpenKey, Long> others = new TreeMap<>(open);
    others.keySet().removeIf(key -> key.tax().isPresent());
    long taxMinor = taxes.values().stream().reduce(0L, Math::addExact);
    long otherMinor = others.values().stream().reduce(0L, Math::addExact);
    long least = Math.max(0, paid - otherMinor);
    long tax = Math.clamp(figure, least, Math.max(least, Math.min(paid, taxMinor)));
    SortedMap<OpenKey, Long> shares = LargestRemainder.split(tax, taxes);
    shares.putAll(LargestRemainder.split(paid - tax, others));
    return shares;
  }

  /** Rounding is cumulative for as long as nothing but payments changes what is open. */
  private CumulativeShares<OpenKey> shares(SortedMap<OpenKey, Long> open) {
    CumulativeShares<OpenKey> shares =
        paying
            .filter(known -> known.left().equals(open))
            .orElseGet(() -> new CumulativeShares<>(open, residue(open)));
    paying = Optional.of(shares);
    return shares;
  }

  private static OpenKey residue(SortedMap<OpenKey, Long> open) {
    OpenKey deferred = OpenKey.on(Accounts.DEFERRED);
    return open.containsKey(deferred) ? deferred : open.firstKey();
  }

  private void credited(OpenKey paid, long minor, Legs legs) {
    Optional<Extra> extra =
        extras.stream().filter(one -> paid.equals(OpenKey.on(one.account()))).findFirst();
    if (extra.isPresent()) {
      extra.get().pay(minor);
      legs.credit(paid.account(), minor);
    } else if (paid.tax().isPresent()) {
      TaxKey tax = paid.tax().get();
      OrderBalance.spread(
          minor,
          parts,
          part -> part.undelivered().openTax().of(tax),
          (part, share) -> part.undelivered().payTax(tax, share));
      TaxKey.owe(Map.of(tax, minor), legs);
    } else {
      OrderBalance.spread(
          minor,
          parts.stream().filter(part -> part.waitingAccount().equals(paid.account())).toList(),
          part -> part.undelivered().openMinor(),
          (part, share) -> {
            part.undelivered().pay(share);
            part.debitBase(part.waitingAccount(), -share, legs);
          });
    }
  }
}
