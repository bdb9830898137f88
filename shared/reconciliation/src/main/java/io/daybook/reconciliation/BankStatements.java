package io.daybook.reconciliation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.daybook.events.BankStatement;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Origin;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Balances;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.ledger.SubjectId.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Bank statements against themselves, each other and account 1000: each adds up, begins where the one before ended, and
 * on its days the account moved by exactly what it says. So 1000 is the statement on every day (rule A15). A statement
 * is done once it and all before it are proven; how far the proof reaches is kept, with what 1000 was then, so that a
 * line that is posted later into proven days is found too.
 */
final class BankStatements {
  /**
   * How far an account is proven.
   *
   * @param statement the last one
   * @param to its last day
   * @param closingMinor its closing balance
   * @param booksMinor account 1000 at the end of that day
   */
  record Proven(SubjectId statement, LocalDate to, long closingMinor, long booksMinor) {}

  /** Where the statements looked at so far end. */
  private record End(LocalDate day, long closingMinor) {}

  private record Account(Origin bank, CurrencyCode currency) {
    static final Comparator<Account> ORDER =
        Comparator.comparing(Account::bank).thenComparing(Account::currency);
  }

  private record Told(SubjectId subject, BankStatement statement) {
    static final Comparator<Told> ORDER =
        Comparator.comparing((Told told) -> told.statement().from())
            .thenComparing(told -> told.statement().to())
            .thenComparing(told -> told.subject().toString());
  }

  private static final TypeReference<Proven> PROVEN = new TypeReference<>() {};
  private static final String CURSOR = "reconcile/bank/";

  private final LedgerStore ledger;
  private final StateStore state;
  private final Balances balances;
  private final Rules rules;
  private final Findings.Collector found;
  private final List<Write> cursors = new ArrayList<>();

  BankStatements(
      LedgerStore ledger,
      StateStore state,
      Balances balances,
      Rules rules,
      Findings.Collector found) {
    this.ledger = ledger;
    this.state = state;
    this.balances = balances;
    this.rules = rules;
    this.found = found;
  }

  /** Looks at every open statement; returns how far each account is proven now, to be written. */
  List<Write> reconcile(Collection<SubjectId> open) {
    Map<Account, List<Told>> accounts = new TreeMap<>(Account.ORDER);
    for (SubjectId subject : open) {
      if (subject.kind() == Kind.BANK_STATEMENT) {
        Logs.statement(ledger.read(subject))
            .ifPresent(told ->
                accounts
                    .computeIfAbsent(
                        new Account(told.origin(), told.currency()), a -> new ArrayList<>())
                    .add(new Told(subject, told)));
      }
    }
    for (Item item : state.list(StateStore.Kind.CURSOR)) {
      account(item.id())
          .ifPresent(account -> accounts.computeIfAbsent(account, a -> new ArrayList<>()));
    }
    accounts.forEach(this::account);
    return List.copyOf(cursors);
  }

  /**
   * The last day that any statement of a bank covers, proven or not: whether a payout has arrived by a later day, nobody
   * has told yet. Absent while the book has no statement at all.
   */
  static Optional<LocalDate> coveredTo(
      LedgerStore ledger, StateStore state, Collection<SubjectId> open) {
    List<LocalDate> ends = new ArrayList<>();
    for (SubjectId subject : open) {
      if (subject.kind() == Kind.BANK_STATEMENT) {
        Logs.statement(ledger.read(subject)).ifPresent(told -> ends.add(told.to()));
      }
    }
    for (Item item : state.list(StateStore.Kind.CURSOR)) {
      if (account(item.id()).isPresent()) {
        ends.add(StateJson.read(item, PROVEN).to());
      }
    }
    return ends.stream().max(Comparator.naturalOrder());
  }

  private static Optional<Account> account(String cursor) {
    if (!cursor.startsWith(CURSOR)) {
      return Optional.empty();
    }
    String[] parts = cursor.substring(CURSOR.length()).split("/", 2);
    return Optional.of(new Account(Origin.parse(parts[0]), new CurrencyCode(parts[1])));
  }

  private void account(Account account, List<Told> told) {
    String id = CURSOR + account.bank() + "/" + account.currency();
    Optional<Item> item = state.get(StateStore.Kind.CURSOR, id);
    Optional<Proven> before = item.map(held -> StateJson.read(held, PROVEN));
    Optional<Proven> end = before;
    boolean allProven = true;
    Optional<End> previous = before.map(proven -> new End(proven.to(), proven.closingMinor()));
    for (Told next : told.stream().sorted(Told.ORDER).toList()) {
      BankStatement statement = next.statement();
      allProven &= proves(account, next, previous);
      if (previous.isEmpty() || statement.to().isAfter(previous.get().day())) {
        previous = Optional.of(new End(statement.to(), statement.closingMinor()));
      }
      if (allProven) {
        found.settle(next.subject());
        end = Optional.of(extended(account, end, next));
      }
    }
    if (end.equals(before)) {
      before.ifPresent(proven -> checkUnmoved(account, proven));
    } else {
      cursors.add(
          new Write(
              StateStore.Kind.CURSOR,
              id,
              item.map(Item::version).orElse(0L),
              StateJson.write(end.orElseThrow())));
    }
  }

  /**
   * What 1000 is at the end of a proven statement follows from the proof: what it was before, and what the statement and
   * opening balances moved. Only a statement that does not follow one is taken as the books have it.
   */
  private Proven extended(Account account, Optional<Proven> end, Told next) {
    BankStatement last = next.statement();
    AccountCode books = rules.bank(account.bank());
    if (end.isEmpty()) {
      long before = balances.minor(books, account.currency(), last.from().minusDays(1));
      long moved = moved(account, last.from(), last.to(), Set.of(Kind.BANK_LINE, Kind.OPENING));
      return new Proven(
          next.subject(), last.to(), last.closingMinor(), Math.addExact(before, moved));
    }
    Proven proven = end.get();
    if (last.from().isAfter(proven.to())) {
      long moved =
          moved(account, proven.to().plusDays(1), last.to(), Set.of(Kind.BANK_LINE, Kind.OPENING));
      return new Proven(
          next.subject(),
          last.to(),
          last.closingMinor(),
          Math.addExact(proven.booksMinor(), moved));
    }
    boolean further = last.to().isAfter(proven.to());
    LocalDate to = further ? last.to() : proven.to();
    return new Proven(
        further ? next.subject() : proven.statement(),
        to,
        further ? last.closingMinor() : proven.closingMinor(),
        balances.minor(books, account.currency(), to));
  }

  private boolean proves(Account account, Told told, Optional<End> previous) {
    BankStatement statement = told.statement();
    long own = statement.differenceMinor();
    if (own != 0) {
      wrong(
          told.subject(),
          own,
          account,
          "its lines do not lead from its opening to its closing balance");
    }
    Optional<End> followed = previous.filter(end -> statement.from().isAfter(end.day()));
    long gap =
        followed
            .map(end -> Math.subtractExact(statement.openingMinor(), end.closingMinor()))
            .orElse(0L);
    if (gap != 0) {
      End end = followed.orElseThrow();
      wrong(
          told.subject(),
          gap,
          account,
          "it opens with "
              + money(statement.openingMinor(), account)
              + ", and the statement before closed on "
              + end.day()
              + " with "
              + money(end.closingMinor(), account));
    }
    boolean agreed = booksAgree(account, told, followed.map(End::day), own);
    return own == 0 && gap == 0 && agreed;
  }

  /** On the statement's days, and on none between it and the one before, 1000 moved as the statement says. */
  private boolean booksAgree(Account account, Told told, Optional<LocalDate> after, long own) {
    BankStatement statement = told.statement();
    Optional<LocalDate> first = rules.firstDay(account.bank());
    if (first.isPresent() && statement.from().isBefore(first.get())) {
      return true;
    }
    long says = Math.subtractExact(statement.closingMinor(), statement.openingMinor());
    LocalDate from = after.map(day -> day.plusDays(1)).orElse(statement.from());
    long moved = moved(account, from, statement.to(), Set.of(Kind.BANK_LINE));
    long difference = Math.subtractExact(says, moved);
    if (difference == 0) {
      return true;
    }
    if (difference != own) {
      wrong(
          told.subject(),
          difference,
          account,
          "it moves the account by "
              + money(says, account)
              + ", and account "
              + rules.bank(account.bank())
              + " moved by "
              + money(moved, account)
              + " from "
              + from
              + " to "
              + statement.to());
    }
    return false;
  }

  /** What these kinds of subjects posted on the account. An opening balance is no line of a statement. */
  private long moved(Account account, LocalDate from, LocalDate to, Set<Kind> kinds) {
    AccountCode books = rules.bank(account.bank());
    long moved = 0;
    // A statement whose days run backwards moved nothing; that it does not agree is then seen.
    LocalDate end = to.isBefore(from) ? from : to.plusDays(1);
    for (LocalDate day : ledger.days().subSet(from, end)) {
      for (Step step : ledger.day(day, Optional.empty())) {
        if (kinds.contains(step.subject().kind()) && step.entry().isPresent()) {
          for (Leg leg : step.entry().get().legs()) {
            if (leg.account().equals(books) && leg.currency().equals(account.currency())) {
              moved = Math.addExact(moved, leg.minor());
            }
          }
        }
      }
    }
    return moved;
  }

  private void checkUnmoved(Account account, Proven proven) {
    long books = balances.minor(rules.bank(account.bank()), account.currency(), proven.to());
    long difference = Math.subtractExact(proven.booksMinor(), books);
    if (difference != 0) {
      wrong(
          proven.statement(),
          difference,
          account,
          "account "
              + rules.bank(account.bank())
              + " was proven up to "
              + proven.to()
              + " at "
              + money(proven.booksMinor(), account)
              + " and is "
              + money(books, account)
              + " now");
    }
  }

  private void wrong(SubjectId subject, long minor, Account account, String why) {
    found.wrong(
        new Discrepancy(
            Discrepancy.Kind.STATEMENT_DOES_NOT_ADD_UP,
            subject.toString(),
            minor,
            Optional.of(account.currency()),
            why + ": the difference is " + money(minor, account)));
  }

  private static String money(long minor, Account account) {
    return new Money(minor, account.currency()).words();
  }
}
