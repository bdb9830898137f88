package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The balances of a book as its readers see them, added up from its entries. */
public final class ShownBalances {
  private record Key(ShownAccount account, String of, CurrencyCode currency) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::account).thenComparing(Key::of).thenComparing(Key::currency);
  }

  private final LedgerStore ledger;
  private final ShownAccounts accounts;
  private final Clock clock;

  /** Balances of a ledger, shown on these accounts. */
  public ShownBalances(LedgerStore ledger, ShownAccounts accounts, Clock clock) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Every account as of a day.
   *
   * @param asOf entries that count on or before this day
   * @param knownAt only what was recorded at or before this instant, if given
   * @param by splits every account by this, if given
   */
  public ShownBalance asOf(LocalDate asOf, Optional<Instant> knownAt, Optional<Dimension> by) {
    SortedMap<Key, Sum> sums = new TreeMap<>(Key.ORDER);
    for (LocalDate day : ledger.days()) {
      if (!day.isAfter(asOf)) {
        for (Step step : ledger.day(day, knownAt)) {
          step.entry().ifPresent(entry -> add(step.subject(), entry, by, sums));
        }
      }
    }
    List<ShownBalance.Row> rows = new ArrayList<>();
    sums.forEach((key, sum) -> {
      if (!sum.zero()) {
        rows.add(
            new ShownBalance.Row(
                key.account(), key.of(), key.currency(), sum.minor(), sum.valueMinor()));
      }
    });
    return new ShownBalance(
        ledger.book(), asOf, knownAt, by, rows, TrialBalance.certainty(knownAt, clock));
  }

  private void add(
      SubjectId subject, Entry entry, Optional<Dimension> by, SortedMap<Key, Sum> sums) {
    String of =
        by.map(dimension -> dimension.of(subject, entry.dimensions())).orElse(Dimension.NONE);
    for (Leg leg : entry.legs()) {
      sums.merge(
          new Key(accounts.of(leg), of, leg.currency()),
          new Sum(leg.minor(), leg.valueMinor()),
          Sum::plus);
    }
  }
}
