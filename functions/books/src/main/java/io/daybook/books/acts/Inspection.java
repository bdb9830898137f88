package io.daybook.books.acts;

import io.daybook.books.acts.Checklist.Item;
import io.daybook.books.acts.Checklist.Standing;
import io.daybook.intake.Setback;
import io.daybook.intake.Setbacks;
import io.daybook.intake.SweepProgress;
import io.daybook.ledger.Balances;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Money;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.Rules;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.TrialBalance;
import io.daybook.reconciliation.Exceptions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at all that an accountant would look at before closing a month. */
final class Inspection {
  private static final int SUSPENSE = 2900;

  /** What should be empty, or hold only what is under way: the reader judges. */
  private static final Set<Integer> CLEARING = Set.of(1005, 1007, 1010, 1019, 1100, 1200, 2230);

  private final LedgerStore ledger;
  private final StateStore state;
  private final PeriodBook periods;
  private final Rules rules;
  private final Clock clock;

  Inspection(LedgerStore ledger, StateStore state, PeriodBook periods, Rules rules, Clock clock) {
    this.ledger = ledger;
    this.state = state;
    this.periods = periods;
    this.rules = rules;
    this.clock = clock;
  }

  Checklist of(YearMonth period) {
    List<Item> items = new ArrayList<>();
    items.add(ended(period));
    items.add(before(period));
    items.add(proof());
    items.add(failed());
    items.add(parked());
    items.add(exceptions());
    items.add(swept(period));
    items.add(monthEnd(period));
    items.addAll(balances(period));
    items.sort(Comparator.comparing(Item::standing));
    return new Checklist(period, items);
  }

  private Item ended(YearMonth period) {
    LocalDate today = rules.day(clock.instant());
    return YearMonth.from(today).isAfter(period)
        ? new Item(
            "the month has ended", Standing.DONE, "It ended on " + period.atEndOfMonth() + ".")
        : new Item(
            "the month has ended",
            Standing.FORBIDS,
            "It ends on " + period.atEndOfMonth() + ", and today is " + today + ".");
  }

  /** Months close in order (decision 31): an opening alone is no month of business. */
  private Item before(YearMonth period) {
    Optional<YearMonth> through = periods.closedThrough();
    SortedSet<YearMonth> open = new TreeSet<>();
    for (LocalDate day : ledger.days()) {
      YearMonth month = YearMonth.from(day);
      if (month.isBefore(period)
          && through.filter(last -> !month.isAfter(last)).isEmpty()
          && !open.contains(month)
          && hasBusiness(day)) {
        open.add(month);
      }
    }
    String months = open.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    return open.isEmpty()
        ? new Item("earlier months", Standing.DONE, "All that have entries are closed.")
        : new Item(
            "earlier months",
            Standing.FORBIDS,
            "Months close in order, and earlier ones have entries and are open: "
                + months
                + ". Close them first.");
  }

  private boolean hasBusiness(LocalDate day) {
    return ledger.day(day, Optional.empty()).stream()
        .anyMatch(step -> step.subject().kind() != SubjectId.Kind.OPENING);
  }

  private Item proof() {
    return Balances.unsealed(ledger, clock).prove().holds()
        ? new Item("proof", Standing.DONE, "All accounts add up to zero.")
        : new Item("proof", Standing.FORBIDS, "The accounts do not add up to zero.");
  }

  private Item failed() {
    return messages("failed messages", Setback.Kind.FAILED, "could not be posted");
  }

  private Item parked() {
    return messages("parked messages", Setback.Kind.PARKED, "are of a kind that nobody knows");
  }

  private Item messages(String what, Setback.Kind kind, String why) {
    long count = new Setbacks(state).all().stream().filter(found -> found.kind() == kind).count();
    return count == 0
        ? new Item(what, Standing.DONE, "None.")
        : new Item(what, Standing.OPEN, count + " " + why + ".");
  }

  private Item exceptions() {
    List<Discrepancy> open = new Exceptions(state).list();
    String kinds =
        open.stream()
            .collect(Collectors.groupingBy(found -> found.kind().code(), Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", "));
    return open.isEmpty()
        ? new Item("exceptions", Standing.DONE, "None.")
        : new Item("exceptions", Standing.OPEN, kinds + ".");
  }

  private Item swept(YearMonth period) {
    Instant end = period.plusMonths(1).atDay(1).atStartOfDay(rules.zone()).toInstant();
    String behind =
        SweepProgress.sweptTo(state).entrySet().stream()
            .filter(sweep -> sweep.getValue().isBefore(end))
            .map(
                sweep -> sweep.getKey() + " to " + sweep.getValue().truncatedTo(ChronoUnit.SECONDS))
            .collect(Collectors.joining(", "));
    return behind.isEmpty()
        ? new Item("sweeps", Standing.DONE, "All went past the month's end.")
        : new Item("sweeps", Standing.OPEN, "Swept only: " + behind + ".");
  }

  /** Whether the month-end run was run, and nothing came since that would change it. */
  private Item monthEnd(YearMonth period) {
    MonthEnds.Computation computed =
        new MonthEnds(ledger, state, new Desk(_ -> {}, clock), clock).compute(period);
    String open =
        computed.open().stream().map(Estimate::id).sorted().collect(Collectors.joining(", "));
    if (!computed.missing().isEmpty()) {
      return new Item("month end", Standing.OPEN, String.join(" ", computed.missing()));
    }
    return open.isEmpty()
        ? new Item("month end", Standing.DONE, "Nothing is left to value or to estimate.")
        : new Item(
            "month end",
            Standing.OPEN,
            "Not posted, or not as they are now: " + open + ". Run 'month-end " + period + "'.");
  }

  private List<Item> balances(YearMonth period) {
    List<Item> items = new ArrayList<>();
    boolean suspense = false;
    for (TrialBalance.Row row :
        Balances.unsealed(ledger, clock)
            .trialBalance(period.atEndOfMonth(), Optional.empty())
            .rows()) {
      int number = row.account().number();
      String words =
          row.account()
              + " "
              + ChartOfAccounts.name(row.account())
              + " stands at "
              + new Money(row.minor(), row.currency()).words()
              + ".";
      if (number == SUSPENSE) {
        suspense = true;
        items.add(new Item("suspense", Standing.OPEN, words));
      } else if (CLEARING.contains(number)) {
        items.add(new Item("clearing", Standing.NOTE, words));
      }
    }
    if (!suspense) {
      items.add(new Item("suspense", Standing.DONE, SUSPENSE + " is empty."));
    }
    return items;
  }
}
