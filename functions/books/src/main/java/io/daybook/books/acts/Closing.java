package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.PeriodAct;
import io.daybook.events.Reference;
import io.daybook.export.BookExport;
import io.daybook.ledger.Book;
import io.daybook.ledger.Discrepancy;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.PeriodState;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.Step;
import io.daybook.statements.StatementFormat;
import io.daybook.storage.deployment.Deployment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Closes the months of a book in two steps (DESIGN promise 11): a fence, and, once nothing begun before it can still land,
 * the count and the lock. A named person may open a month again, with a reason.
 */
public final class Closing {
  private final Deployment deployment;
  private final Book book;
  private final LedgerStore ledger;
  private final StateStore state;
  private final PeriodBook periods;
  private final Desk desk;
  private final Clock clock;

  /** The closing of a book's months. */
  public Closing(Deployment deployment, Book book, Teller teller) {
    this.deployment = deployment;
    this.book = book;
    this.ledger = deployment.stores().ledger(book);
    this.state = deployment.stores().state(book);
    this.clock = deployment.clock();
    this.periods = new PeriodBook(state, clock);
    this.desk = new Desk(teller, clock);
  }

  /** What to look at before a month is closed. */
  public Checklist checklist(YearMonth period) {
    Rules rules =
        new RulesVersions(state)
            .current()
            .orElseThrow(() -> new IllegalStateException("book " + book + " has no rules"));
    return new Inspection(ledger, state, periods, rules, clock).of(period);
  }

  /**
   * Puts up the fence: what is posted from now on for a day of the month counts on the first open day after it.
   *
   * @return from when it holds for certain
   * @throws ActRefused if the month is closed already, something forbids it, or something is open and no reason is given
   */
  public Instant fence(YearMonth period, Who who) throws ActRefused {
    who.require(false);
    PeriodState.Status status = status(period);
    if (status == PeriodState.Status.CLOSED) {
      throw new ActRefused(period + " is closed already.");
    }
    Checklist checklist = checklist(period);
    List<Checklist.Item> forbids = checklist.of(Checklist.Standing.FORBIDS);
    if (!forbids.isEmpty()) {
      throw new ActRefused(period + " cannot be closed. " + forbids.getFirst().words());
    }
    if (!checklist.of(Checklist.Standing.OPEN).isEmpty() && who.reason().isEmpty()) {
      throw new ActRefused(
          checklist.of(Checklist.Standing.OPEN).size()
              + " items of the checklist are open. Settle them, or give the reason why "
              + period
              + " is closed all the same.");
    }
    tell(period, PeriodAct.Kind.FENCED, who, Optional.empty());
    return clock.instant().plus(PeriodBook.FENCE_HOLDS_AFTER);
  }

  /**
   * Counts and locks a fenced month.
   *
   * @return the trial balance's CSV as of the month's end, whose digest the act holds
   * @throws ActRefused if the month is not fenced, or its fence does not hold yet
   */
  public byte[] lock(YearMonth period, Who who) throws ActRefused {
    return lock(period, who, Instant.MIN);
  }

  /**
   * The same for whoever is alone with the book: whose lock keeps every other process out, and who has finished all that
   * it began. Then nothing can land that was stamped before, and there is nothing to wait for.
   *
   * @param quietSince nothing that began before this still runs, anywhere; counts only if it is after the fence was put
   *     up, for what began before may not have seen it
   */
  public byte[] lock(YearMonth period, Who who, Instant quietSince) throws ActRefused {
    who.require(false);
    PeriodState fenced = periods.states().get(period);
    if (fenced == null || fenced.status() != PeriodState.Status.FENCED) {
      throw new ActRefused(period + " is not fenced: a month is fenced first, then closed.");
    }
    Instant holds = fenced.at().plus(PeriodBook.FENCE_HOLDS_AFTER);
    if (clock.instant().isBefore(holds) && quietSince.isBefore(fenced.at())) {
      throw new ActRefused(
          "The fence of " + period + " holds from " + holds + "; close the month then.");
    }
    byte[] balances =
        new BookExport(deployment, book)
            .trialBalance(period.atEndOfMonth(), Optional.empty(), StatementFormat.CSV);
    deployment.statements().put(book + "/closed/" + period + "/trial-balance.csv", balances);
    tell(period, PeriodAct.Kind.CLOSED, who, Optional.of(digest(balances)));
    return balances;
  }

  /**
   * Opens a month again. Months are opened from the last backwards: what would count in an earlier one moves the balances
   * that a later one was locked with.
   *
   * @throws ActRefused without a reason, or if the month is open, or a later one is closed
   */
  public void reopen(YearMonth period, Who who) throws ActRefused {
    who.require(true);
    if (status(period) == PeriodState.Status.OPEN) {
      throw new ActRefused(period + " is open.");
    }
    String later =
        periods.states().tailMap(period.plusMonths(1)).entrySet().stream()
            .filter(month -> !month.getValue().takesEntries())
            .map(month -> month.getKey().toString())
            .collect(Collectors.joining(", "));
    if (!later.isEmpty()) {
      throw new ActRefused(
          period
              + " cannot be opened while a later month is closed: "
              + later
              + ". Open them again first, the last of them first.");
    }
    tell(period, PeriodAct.Kind.REOPENED, who, Optional.empty());
  }

  /** Entries that count in a month that was closed before they were recorded: there should be none. */
  public List<Discrepancy> behindFence(YearMonth period) {
    PeriodState closed = periods.states().get(period);
    if (closed == null || closed.status() != PeriodState.Status.CLOSED) {
      return List.of();
    }
    List<Discrepancy> found = new ArrayList<>();
    for (LocalDate day : ledger.days()) {
      if (YearMonth.from(day).equals(period)) {
        ledger.daySince(day, closed.at()).forEach(step -> found.add(behindFence(period, step)));
      }
    }
    return found;
  }

  private static Discrepancy behindFence(YearMonth period, Step step) {
    return new Discrepancy(
        Discrepancy.Kind.BEHIND_FENCE,
        step.subject().toString(),
        0,
        Optional.empty(),
        "step "
            + step.number()
            + " counts in "
            + period
            + " and was recorded at "
            + step.recordedAt()
            + ", after it was closed: reverse it into the next month");
  }

  /** How it stands: with a later month closed, it is closed too, whatever was noted of it. */
  private PeriodState.Status status(YearMonth period) {
    PeriodState found = periods.states().get(period);
    if (found != null && !found.takesEntries()) {
      return found.status();
    }
    return periods.closedThrough().filter(last -> last.isAfter(period)).isPresent()
        ? PeriodState.Status.CLOSED
        : PeriodState.Status.OPEN;
  }

  private void tell(YearMonth period, PeriodAct.Kind kind, Who who, Optional<String> balances) {
    Instant now = after(periods.states().get(period));
    Reference id = new Reference(period + "/" + kind + "/" + now);
    List<MessageId> _ =
        desk.tell(
            List.of(
                new PeriodAct(
                    Bookkeeper.own(book),
                    id,
                    period,
                    kind,
                    who.by(),
                    who.reason(),
                    now,
                    balances)));
  }

  /** Of two acts the later counts: one that follows within the clock's step is later all the same. */
  private Instant after(@Nullable PeriodState before) {
    Instant now = clock.instant();
    return before == null || now.isAfter(before.at()) ? now : before.at().plusMillis(1);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
