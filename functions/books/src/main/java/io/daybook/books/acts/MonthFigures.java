package io.daybook.books.acts;

import io.daybook.events.EnteredLeg;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId.Kind;
import io.daybook.ledger.TrialBalance;
import io.daybook.ledger.policy.EstimatePolicy;
import io.daybook.ledger.policy.RecognitionPolicy;
import io.daybook.posting.LedgerRates;
import io.daybook.posting.exchange.Rates;
import io.daybook.posting.share.HalfUp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Computes what a month's end values and estimates, from the entries up to its last day. Posts nothing. */
final class MonthFigures {
  /** Monetary items (case 53). What was received in advance, stock and prepaid postage keep their first rate (IFRIC 22). */
  static final Set<Integer> MONETARY =
      Set.of(1000, 1005, 1007, 1010, 1020, 1100, 1150, 1200, 1210, 2000, 2010, 2230, 2250);

  private static final Set<Integer> NET_SALES = Set.of(4000, 4090, 4900);
  private static final Set<Integer> COST = Set.of(5000);
  private static final Set<Integer> CARDS = Set.of(2200);
  private static final int DISPUTES = 1200;

  /** An estimate before it is compared with what is posted. */
  record Figure(String id, Estimate.Kind kind, String basis, List<EnteredLeg> legs) {}

  private final LedgerStore ledger;
  private final Rules rules;
  private final YearMonth period;
  private final TrialBalance balances;
  private final Rates rates;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  MonthFigures(LedgerStore ledger, Rules rules, YearMonth period, Clock clock) {
    this.ledger = ledger;
    this.rules = rules;
    this.period = period;
    this.balances =
        Balances.unsealed(ledger, clock).trialBalance(period.atEndOfMonth(), Optional.empty());
    this.rates = new Rates(new LedgerRates(ledger));
    balances.rows().forEach(this::revalue);
    EstimatePolicy policy = rules.policy().estimates();
    returns(policy);
    disputes(policy);
    breakage(policy);
  }

  /** All that comes to something, or is switched on. */
  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** Rates that are not known, in words. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  private void revalue(TrialBalance.Row row) {
    if (row.currency().equals(rules.currency()) || !MONETARY.contains(row.account().number())) {
      return;
    }
    LocalDate end = period.atEndOfMonth();
    String amount = new Money(row.minor(), row.currency()).words();
    String carried = own(row.valueMinor());
    String account = row.account().toString();
    String id = "revaluation-" + account.replace(':', '-') + "-" + row.currency();
    Optional<Rates.Found> rate = rates.find(row.currency(), rules.currency(), end);
    if (row.minor() != 0 && rate.isEmpty()) {
      missing.add(
          "There is no rate of "
              + row.currency()
              + " in "
              + rules.currency()
              + " for "
              + end
              + ": "
              + account
              + " stands at "
              + amount
              + ".");
      return;
    }
    long worth = rate.map(found -> found.conversion().minor(row.minor())).orElse(0L);
    long difference = Math.subtractExact(worth, row.valueMinor());
    String valuation =
        AccountCode.of(1011, account.replace(':', '-') + "-" + row.currency()).toString();
    figures.add(
        new Figure(
            id,
            Estimate.Kind.REVALUATION,
            account
                + ": "
                + amount
                + " carried at "
                + carried
                + rate.map(found -> ", at " + words(found) + " worth ").orElse(", worth ")
                + own(worth),
            Estimate.legs(valuation, "7010", difference, rules.currency())));
  }

  private static String words(Rates.Found rate) {
    return rate.used().stream()
        .map(used ->
            used.rate().toPlainString()
                + " "
                + used.to()
                + "/"
                + used.currency()
                + " ("
                + used.source()
                + ", "
                + used.on()
                + ")")
        .reduce((one, other) -> one + " and " + other)
        .orElse("");
  }

  private void returns(EstimatePolicy policy) {
    if (policy.returnsBasisPoints() == 0) {
      return;
    }
    LocalDate from = period.atEndOfMonth().minusDays(policy.returnsWindowDays() - 1L);
    long sales = Math.max(0, Math.negateExact(moved(from, NET_SALES, leg -> true)));
    long cost = Math.max(0, moved(from, COST, leg -> true));
    long expected = share(sales, policy.returnsBasisPoints());
    long goods = share(cost, policy.returnsBasisPoints());
    List<EnteredLeg> legs = new ArrayList<>();
    legs.addAll(Estimate.legs("4900", "2240", expected, rules.currency()));
    legs.addAll(Estimate.legs("1305", "5000", goods, rules.currency()));
    figures.add(
        new Figure(
            "expected-returns",
            Estimate.Kind.EXPECTED_RETURNS,
            percent(policy.returnsBasisPoints())
                + " of net sales "
                + own(sales)
                + " and of their cost "
                + own(cost)
                + " since "
                + from,
            legs));
  }

  private void disputes(EstimatePolicy policy) {
    if (policy.disputesBasisPoints() == 0) {
      return;
    }
    long open =
        balances.rows().stream()
            .filter(row -> row.account().number() == DISPUTES)
            .mapToLong(TrialBalance.Row::valueMinor)
            .reduce(0, Math::addExact);
    long expected = share(Math.max(0, open), policy.disputesBasisPoints());
    figures.add(
        new Figure(
            "dispute-allowance",
            Estimate.Kind.DISPUTE_ALLOWANCE,
            percent(policy.disputesBasisPoints()) + " of open disputes " + own(open),
            Estimate.legs("6010", "1205", expected, rules.currency())));
  }

  /** In proportion to redemptions: of what is ever used, so much; of the rest, in the same measure. */
  private void breakage(EstimatePolicy policy) {
    if (policy.breakageBasisPoints() == 0) {
      return;
    }
    long redeemed = moved(period.atDay(1), CARDS, leg -> leg.valueMinor() > 0);
    long left =
        balances.rows().stream()
            .filter(row -> row.account().number() == 2200)
            .mapToLong(row -> Math.negateExact(row.valueMinor()))
            .reduce(0, Math::addExact);
    int points = policy.breakageBasisPoints();
    long released =
        Math.min(
            Math.max(0, Math.addExact(left, releasedSoFar())),
            HalfUp.share(redeemed, points, RecognitionPolicy.WHOLE - points));
    String to =
        switch (policy.breakage()) {
          case INCOME -> "4020";
          case STATE -> "2050";
        };
    figures.add(
        new Figure(
            "breakage",
            Estimate.Kind.BREAKAGE,
            percent(points)
                + " is never redeemed; redeemed in the month "
                + own(redeemed)
                + ", so released "
                + own(released),
            Estimate.legs("2200", to, released, rules.currency())));
  }

  /** What this month's breakage took already: it is not taken from what is left twice. */
  private long releasedSoFar() {
    long minor = 0;
    for (Step step : ledger.day(period.atEndOfMonth(), Optional.empty())) {
      if (step.subject().kind() == Kind.BREAKAGE) {
        minor = Math.addExact(minor, on(step.entry().orElseThrow(), CARDS, leg -> true));
      }
    }
    return minor;
  }

  /** What orders moved on some accounts from a day to the month's end: estimates are no sales. */
  private long moved(LocalDate from, Set<Integer> accounts, Predicate<Leg> counted) {
    long minor = 0;
    for (LocalDate day : ledger.days().subSet(from, period.atEndOfMonth().plusDays(1))) {
      for (Step step : ledger.day(day, Optional.empty())) {
        if (step.subject().kind() == Kind.ORDER) {
          minor = Math.addExact(minor, on(step.entry().orElseThrow(), accounts, counted));
        }
      }
    }
    return minor;
  }

  private static long on(Entry entry, Set<Integer> accounts, Predicate<Leg> counted) {
    return entry.legs().stream()
        .filter(leg -> accounts.contains(leg.account().number()))
        .filter(counted)
        .mapToLong(Leg::valueMinor)
        .reduce(0, Math::addExact);
  }

  private static long share(long minor, int basisPoints) {
    return HalfUp.share(minor, basisPoints, RecognitionPolicy.WHOLE);
  }

  private static String percent(int basisPoints) {
    return java.math.BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
  }

  private String own(long minor) {
    return new Money(minor, rules.currency()).words();
  }
}
