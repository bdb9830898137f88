package io.daybook.posting.order;

import io.daybook.posting.requirement.Accounts;
import io.daybook.posting.requirement.Legs;
import io.daybook.posting.share.CumulativeShares;
import io.daybook.posting.share.HalfUp;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An amount given back without lines: it cancels none. Tax is the platform's figure, else cumulative pro rata (rule A3);
 * the rest comes from 4900 by the share of the order that is earned, and else from 2100, to be shown as 4900 when that is
 * earned (rule A2).
 */
final class AmountShare {
  /** What such an amount consists of. */
  private enum Bucket {
    TAX,
    EARNED,
    DEFERRED
  }

  private final OrderBalance balance;
  private Optional<CumulativeShares<Bucket>> giving = Optional.empty();

  AmountShare(OrderBalance balance) {
    this.balance = balance;
  }

  /**
   * Gives back up to an amount, debiting what it comes from. When revenue and tax are exhausted, tip, duties and gift
   * cards sold follow.
   *
   * @param taxFigure the platform's figure of the tax in it
   * @return what nothing is left for
   */
  long give(long minor, Optional<Long> taxFigure, Legs legs) {
    SortedMap<Bucket, Long> has = has();
    long total = has.values().stream().reduce(0L, Math::addExact);
    long given = Math.min(minor, total);
    if (given > 0) {
      Map<Bucket, Long> shares =
          taxFigure
              .map(figure -> byFigure(given, figure, has))
              .orElseGet(() -> shares(has).draw(given));
      debit(shares, legs);
    }
    return others(minor - given, legs);
  }

  private SortedMap<Bucket, Long> has() {
    SortedMap<Bucket, Long> has = new TreeMap<>();
    for (Part part : balance.earning()) {
      has.merge(Bucket.EARNED, part.keptMinor(), Math::addExact);
      has.merge(Bucket.DEFERRED, part.undelivered().deferredMinor(), Math::addExact);
    }
    has.merge(Bucket.TAX, Taxes.of(balance.parts()).totalMinor(), Math::addExact);
    has.values().removeIf(minor -> minor == 0);
    return has;
  }

  /** Rounding is cumulative for as long as nothing but such amounts changes what there is. */
  private CumulativeShares<Bucket> shares(SortedMap<Bucket, Long> has) {
    CumulativeShares<Bucket> shares =
        giving
            .filter(known -> known.left().equals(has))
            .orElseGet(() -> new CumulativeShares<>(has, has.lastKey()));
    giving = Optional.of(shares);
    return shares;
  }

  private static Map<Bucket, Long> byFigure(long minor, long figure, Map<Bucket, Long> has) {
    long earned = has.getOrDefault(Bucket.EARNED, 0L);
    long net = Math.addExact(earned, has.getOrDefault(Bucket.DEFERRED, 0L));
    long most = Math.min(minor, has.getOrDefault(Bucket.TAX, 0L));
    long tax = Math.clamp(figure, Math.min(most, Math.max(0, minor - net)), most);
    long fromEarned = net == 0 ? 0 : HalfUp.share(minor - tax, earned, net);
    return Map.of(
        Bucket.TAX, tax, Bucket.EARNED, fromEarned, Bucket.DEFERRED, minor - tax - fromEarned);
  }

  private void debit(Map<Bucket, Long> shares, Legs legs) {
    long deferred = shares.getOrDefault(Bucket.DEFERRED, 0L);
    long earned = shares.getOrDefault(Bucket.EARNED, 0L);
    OrderBalance.spread(
        deferred,
        balance.earning(),
        part -> part.undelivered().deferredMinor(),
        (part, minor) -> {
          part.undelivered().allow(minor);
          balance.unwait(part, minor, legs);
        });
    OrderBalance.spread(
        earned,
        balance.earning(),
        Part::keptMinor,
        (part, minor) -> part.giveBack(minor, Accounts.RETURNS, legs));
    Taxes.of(balance.parts()).giveBack(shares.getOrDefault(Bucket.TAX, 0L), legs);
  }

  private long others(long minor, Legs legs) {
    long left = minor;
    for (Extra extra : balance.extras()) {
      left -= extra.take(left, legs);
    }
    for (Part other : balance.parts()) {
      if (!other.earns()) {
        long taken =
            other
                .undelivered()
                .cancel(Math.min(left, other.undelivered().deferredMinor()))
                .deferredMinor();
        balance.unwait(other, taken, legs);
        left -= taken;
      }
    }
    return left;
  }
}
