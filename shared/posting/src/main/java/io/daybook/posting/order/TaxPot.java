package io.daybook.posting.order;

import io.daybook.ledger.AccountCode;
import io.daybook.posting.share.HalfUp;
import io.daybook.posting.share.LargestRemainder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tax by account (one for each jurisdiction), never below zero. */
final class TaxPot {
  private final SortedMap<AccountCode, Long> minors = new TreeMap<>();

  void add(Map<AccountCode, Long> more) {
    more.forEach(this::add);
  }

  void add(AccountCode account, long minor) {
    long sum = Math.addExact(of(account), minor);
    if (sum < 0) {
      throw new IllegalStateException("tax on " + account + " would be " + sum);
    }
    minors.put(account, sum);
  }

  long of(AccountCode account) {
    return minors.getOrDefault(account, 0L);
  }

  long totalMinor() {
    return minors.values().stream().mapToLong(Long::longValue).sum();
  }

  SortedMap<AccountCode, Long> byAccount() {
    return new TreeMap<>(minors);
  }

  /** Takes a fraction of each jurisdiction's, half-up; the whole if numerator and denominator are equal. */
  SortedMap<AccountCode, Long> takeShare(long numerator, long denominator) {
    SortedMap<AccountCode, Long> taken = new TreeMap<>();
    minors.forEach(
        (account, minor) -> taken.put(account, HalfUp.share(minor, numerator, denominator)));
    taken.forEach((account, minor) -> add(account, -minor));
    return taken;
  }

  /** Takes up to an amount, by largest remainder over the jurisdictions (rule A3). */
  SortedMap<AccountCode, Long> take(long atMost) {
    SortedMap<AccountCode, Long> taken =
        LargestRemainder.split(Math.min(atMost, totalMinor()), minors);
    taken.forEach((account, minor) -> add(account, -minor));
    return taken;
  }
}
