package io.daybook.ledger;

import io.daybook.events.CurrencyCode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The balances of a book, derived from its entries and never stored beside them: totals of the seals up to an instant,
 * plus the entries recorded after the last of them. Without seals every entry is read.
 */
public final class Balances {
  private record Key(AccountCode account, CurrencyCode currency) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::account).thenComparing(Key::currency);
  }

  /** Sees each movement of an account: net totals of a seal, or a leg. */
  private interface Movements {
    void move(AccountCode account, CurrencyCode currency, LocalDate day, Sum amount);
  }

  private final LedgerStore ledger;
  private final List<SealTotals> seals;
  private final Clock clock;

  /**
   * Balances of a ledger.
   *
   * @param ledger whose
   * @param seals the totals of all its seals, by number; may be empty
   * @param clock against which a known-at is provisional
   */
  public Balances(LedgerStore ledger, List<SealTotals> seals, Clock clock) {
    this.ledger = ledger;
    this.seals = List.copyOf(seals);
    this.clock = clock;
  }

  /** Balances of a ledger that has no seals. */
  public static Balances unsealed(LedgerStore ledger, Clock clock) {
    return new Balances(ledger, List.of(), clock);
  }

  /**
   * Every account as of a day.
   *
   * @param asOf entries that count on or before this day
   * @param knownAt only what was recorded at or before this instant, if given
   */
  public TrialBalance trialBalance(LocalDate asOf, Optional<Instant> knownAt) {
    SortedMap<Key, Sum> sums = new TreeMap<>(Key.ORDER);
    walk(
        asOf,
        knownAt,
        (account, currency, day, amount) ->
            sums.merge(new Key(account, currency), amount, Sum::plus));
    List<TrialBalance.Row> rows = new ArrayList<>();
    sums.forEach((key, sum) -> {
      if (!sum.zero()) {
        rows.add(
            new TrialBalance.Row(key.account(), key.currency(), sum.minor(), sum.valueMinor()));
      }
    });
    return new TrialBalance(
        ledger.book(), asOf, knownAt, rows, TrialBalance.certainty(knownAt, clock));
  }

  /** An account's balance at the end of a day, minor units of the currency, debit positive. */
  public long minor(AccountCode account, CurrencyCode currency, LocalDate asOf) {
    List<DayBalance> days = byDay(account, currency, LocalDate.MIN, asOf);
    return days.isEmpty() ? 0 : days.getLast().minor();
  }

  /** An account on each day of a range that moved it, in order. A day whose entries cancel out moved nothing. */
  public List<DayBalance> byDay(
      AccountCode account, CurrencyCode currency, LocalDate from, LocalDate to) {
    SortedMap<LocalDate, Sum> moved = new TreeMap<>();
    walk(
        to,
        Optional.empty(),
        (on, in, day, amount) -> {
          if (on.equals(account) && in.equals(currency)) {
            moved.merge(day, amount, Sum::plus);
          }
        });
    List<DayBalance> days = new ArrayList<>();
    long balance = 0;
    for (Map.Entry<LocalDate, Sum> day : moved.entrySet()) {
      long minor = day.getValue().minor();
      balance = Math.addExact(balance, minor);
      if (minor != 0 && !day.getKey().isBefore(from)) {
        days.add(new DayBalance(day.getKey(), minor, balance));
      }
    }
    return days;
  }

  /**
   * What stands open by reference on the accounts of these numbers, from entries of {@code from} to {@code to}. Only as
   * true as what was posted before {@code from} had settled.
   */
  public List<OpenItem> openItems(Set<Integer> accounts, LocalDate from, LocalDate to) {
    OpenItems items = new OpenItems(accounts);
    for (LocalDate day : days(to).tailSet(from)) {
      ledger.day(day, Optional.empty()).forEach(items::add);
    }
    return items.all().stream().filter(OpenItem::open).toList();
  }

  /** Proves that all accounts add up to zero, and that each seal's totals are its entries' (reads every entry). */
  public BalanceProof prove() {
    long[] value = {0};
    SortedMap<CurrencyCode, Long> amounts = new TreeMap<>();
    walk(
        LocalDate.MAX,
        Optional.empty(),
        (account, currency, day, amount) -> {
          value[0] = Math.addExact(value[0], amount.valueMinor());
          amounts.merge(currency, amount.minor(), Math::addExact);
        });
    return new BalanceProof(value[0], amounts, wrongSeals());
  }

  private List<Integer> wrongSeals() {
    List<Integer> wrong = new ArrayList<>();
    Instant after = Instant.MIN;
    for (SealTotals seal : seals) {
      List<Step> sealed = new ArrayList<>();
      for (LocalDate day : ledger.days()) {
        for (Step step : ledger.daySince(day, after)) {
          if (!step.recordedAt().isAfter(seal.cut())) {
            sealed.add(step);
          }
        }
      }
      if (!SealTotals.of(seal.seal(), seal.cut(), sealed).equals(seal)) {
        wrong.add(seal.seal());
      }
      after = seal.cut();
    }
    return wrong;
  }

  /** Each movement up to a day, once: seals up to the instant, then what was recorded between the last and the instant. */
  private void walk(LocalDate asOf, Optional<Instant> knownAt, Movements seen) {
    Instant sealed = Instant.MIN;
    for (SealTotals seal : seals) {
      if (knownAt.isPresent() && seal.cut().isAfter(knownAt.get())) {
        break;
      }
      sealed = seal.cut();
      for (SealTotals.Total total : seal.totals()) {
        if (!total.day().isAfter(asOf)) {
          Sum amount = new Sum(total.minor(), total.valueMinor());
          seen.move(total.account(), total.currency(), total.day(), amount);
        }
      }
    }
    for (LocalDate day : days(asOf)) {
      for (Step step : ledger.daySince(day, sealed)) {
        if (knownAt.isEmpty() || !step.recordedAt().isAfter(knownAt.get())) {
          step.entry().ifPresent(entry -> legs(entry, seen));
        }
      }
    }
  }

  private static void legs(Entry entry, Movements seen) {
    Map<Key, Sum> sums = new HashMap<>();
    for (Leg leg : entry.legs()) {
      sums.merge(
          new Key(leg.account(), leg.currency()),
          new Sum(leg.minor(), leg.valueMinor()),
          Sum::plus);
    }
    sums.forEach((key, sum) -> seen.move(key.account(), key.currency(), entry.day(), sum));
  }

  private SortedSet<LocalDate> days(LocalDate upTo) {
    SortedSet<LocalDate> days = ledger.days();
    return upTo.equals(LocalDate.MAX) ? days : days.headSet(upTo.plusDays(1));
  }
}
