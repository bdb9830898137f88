package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.CurrencyCode;
import io.daybook.events.Dimensions;
import io.daybook.events.EnteredLeg;
import io.daybook.events.ManualEntry;
import io.daybook.events.Reference;
import io.daybook.events.Reversal;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Entry;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Leg;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Money;
import io.daybook.ledger.OwnNumber;
import io.daybook.ledger.PeriodBook;
import io.daybook.ledger.Step;
import io.daybook.ledger.SubjectId;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Entries that people make, and reversals: each with a name and a reason, none of them touching what is posted. */
public final class Corrections {
  private final Book book;
  private final LedgerStore ledger;
  private final PeriodBook periods;
  private final Desk desk;
  private final Clock clock;

  /** Corrections of a book. */
  public Corrections(Deployment deployment, Book book, Teller teller) {
    this.book = book;
    this.ledger = deployment.stores().ledger(book);
    this.clock = deployment.clock();
    this.periods = new PeriodBook(deployment.stores().state(book), clock);
    this.desk = new Desk(teller, clock);
  }

  /**
   * Makes an entry.
   *
   * @param id names it; the same again changes nothing
   * @throws ActRefused if it does not balance, names an account that the chart lacks, or another entry has the id
   */
  public SubjectId enter(String id, LocalDate day, String memo, List<EnteredLeg> legs, Who who)
      throws ActRefused {
    who.require(true);
    requireOpen(day);
    ManualEntry entry = entry(id, day, memo, legs, who);
    require(entry);
    SubjectId subject = new SubjectId(SubjectId.Kind.MANUAL, entry.origin(), id);
    boolean other =
        ledger.read(subject).stream()
            .flatMap(step -> step.facts().stream())
            .anyMatch(known -> !known.money().equals(entry.money()));
    if (other) {
      throw new ActRefused("Another entry is called '" + id + "'. Give this one another name.");
    }
    List<MessageId> _ = desk.tell(List.of(entry));
    return subject;
  }

  private ManualEntry entry(String id, LocalDate day, String memo, List<EnteredLeg> legs, Who who)
      throws ActRefused {
    try {
      return new ManualEntry(
          Bookkeeper.own(book),
          new Reference(id),
          day,
          memo,
          legs,
          who.by(),
          who.reason(),
          clock.instant());
    } catch (IllegalArgumentException wrong) {
      throw new ActRefused("The " + wrong.getMessage() + ".");
    }
  }

  /** What the ledger would refuse is refused here, in words. */
  private static void require(ManualEntry entry) throws ActRefused {
    for (EnteredLeg leg : entry.legs()) {
      AccountCode account;
      try {
        account = AccountCode.parse(leg.account());
      } catch (IllegalArgumentException wrong) {
        throw new ActRefused("The " + wrong.getMessage() + ".");
      }
      if (!ChartOfAccounts.has(account)) {
        throw new ActRefused("The chart has no account " + leg.account() + ".");
      }
    }
    requireBalance(entry.legs());
    try {
      List<Leg> legs =
          entry.legs().stream()
              .map(leg ->
                  new Leg(
                      AccountCode.parse(leg.account()),
                      leg.currency(),
                      leg.minor(),
                      leg.valueMinor(),
                      leg.reference()))
              .toList();
      Entry _ = new Entry("entry", entry.memo(), entry.at(), entry.day(), entry.day(), legs);
    } catch (IllegalArgumentException wrong) {
      throw new ActRefused("The " + wrong.getMessage() + ".");
    }
  }

  /**
   * Reverses an entry on a day.
   *
   * @throws ActRefused if there is no such entry, it is reversed already, or it is itself a reversal
   */
  public SubjectId reverse(SubjectId subject, int step, LocalDate day, Who who) throws ActRefused {
    who.require(true);
    Entry entry = find(subject, step);
    SubjectId place =
        new SubjectId(
            SubjectId.Kind.REVERSAL, Bookkeeper.own(book), Reversal.id(subject.toString(), step));
    if (subject.kind() == SubjectId.Kind.REVERSAL) {
      throw new ActRefused("A reversal is not reversed: enter again what was right, with 'entry'.");
    }
    if (!ledger.read(place).isEmpty()) {
      throw new ActRefused(subject + " step " + step + " is reversed already.");
    }
    if (day.isBefore(entry.day())) {
      throw new ActRefused(
          "The entry counts on " + entry.day() + "; a reversal cannot count before it.");
    }
    requireOpen(day);
    List<EnteredLeg> legs = entry.legs().stream().map(Corrections::negated).toList();
    List<MessageId> _ =
        desk.tell(
            List.of(
                new Reversal(
                    Bookkeeper.own(book),
                    subject.toString(),
                    step,
                    day,
                    legs,
                    who.by(),
                    who.reason(),
                    clock.instant(),
                    dimensions(subject, entry))));
    return place;
  }

  /** A fact may come late and is moved; a person can name a day that is open. */
  private static void requireBalance(List<EnteredLeg> legs) throws ActRefused {
    SortedSet<CurrencyCode> currencies = new TreeSet<>();
    legs.forEach(leg -> currencies.add(leg.currency()));
    for (CurrencyCode currency : currencies) {
      long debits = 0;
      long credits = 0;
      for (EnteredLeg leg : legs) {
        if (leg.currency().equals(currency)) {
          debits = Math.addExact(debits, Math.max(0, leg.minor()));
          credits = Math.addExact(credits, Math.negateExact(Math.min(0, leg.minor())));
        }
      }
      if (debits != credits) {
        throw new ActRefused(
            "The entry does not balance: its debits are "
                + new Money(debits, currency).words()
                + " and its credits "
                + new Money(credits, currency).words()
                + ".");
      }
    }
  }

  private void requireOpen(LocalDate day) throws ActRefused {
    LocalDate counts = periods.countsOn(day);
    if (!counts.equals(day)) {
      throw new ActRefused(
          YearMonth.from(day) + " is closed. The first open day after it is " + counts + ".");
    }
  }

  private Entry find(SubjectId subject, int number) throws ActRefused {
    Optional<Step> step =
        ledger.read(subject).stream().filter(found -> found.number() == number).findFirst();
    return step.flatMap(Step::entry)
        .orElseThrow(() -> new ActRefused(subject + " has no entry at step " + number + "."));
  }

  private static EnteredLeg negated(Leg leg) {
    return new EnteredLeg(
        leg.account().toString(),
        leg.currency(),
        Math.negateExact(leg.minor()),
        Math.negateExact(leg.valueMinor()),
        leg.reference(),
        leg.own().map(OwnNumber::value));
  }

  /** Whose sale it was is said, for a reversal is a subject of the book itself. */
  private static Optional<Dimensions> dimensions(SubjectId subject, Entry entry) {
    Dimensions of = entry.dimensions().orElse(Dimensions.NONE);
    Optional<String> store = of.store().or(() -> Optional.of(subject.origin().toString()));
    return Optional.of(new Dimensions(store, of.channel(), of.location()));
  }
}
