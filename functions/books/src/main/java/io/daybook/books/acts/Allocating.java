package io.daybook.books.acts;

import io.daybook.books.Bookkeeper;
import io.daybook.events.BankAllocation;
import io.daybook.events.BankLine;
import io.daybook.events.BankLineId;
import io.daybook.events.BankMatch;
import io.daybook.events.EnteredLeg;
import io.daybook.events.Fact;
import io.daybook.events.Payout;
import io.daybook.events.Reference;
import io.daybook.events.Told;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.MessageId;
import io.daybook.ledger.Money;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.StateStore;
import io.daybook.ledger.SubjectId;
import io.daybook.reconciliation.Exceptions;
import io.daybook.storage.deployment.Deployment;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A person says what a bank line was for, or that it is the arrival of a payout (rule A15). */
public final class Allocating {
  /**
   * A part of a line.
   *
   * @param account what it was for, such as {@code 6080}
   * @param reference under what it stands open there, if it does
   * @param amount positive with the line, negative against it (a fee kept from money that came)
   */
  public record Part(String account, Optional<Reference> reference, Money amount) {}

  private final Book book;
  private final LedgerStore ledger;
  private final StateStore state;
  private final Desk desk;
  private final Clock clock;

  /** The lines of a book's bank accounts. */
  public Allocating(Deployment deployment, Book book, Teller teller) {
    this.book = book;
    this.ledger = deployment.stores().ledger(book);
    this.state = deployment.stores().state(book);
    this.clock = deployment.clock();
    this.desk = new Desk(teller, clock);
  }

  /**
   * The line that a person names: its subject as the exceptions show it, or its id alone.
   *
   * @throws ActRefused if no line is called so, or several are
   */
  public BankLine line(String name) throws ActRefused {
    List<SubjectId> found = name.startsWith("bank-line/") ? List.of(parse(name)) : called(name);
    List<BankLine> lines = found.stream().flatMap(one -> facts(one, BankLine.class)).toList();
    if (lines.size() == 1) {
      return lines.getFirst();
    }
    throw new ActRefused(
        lines.isEmpty()
            ? "There is no bank line '" + name + "'. 'exceptions' shows those that are open."
            : "Several bank lines are called '" + name + "'. Give it as 'exceptions' shows it.");
  }

  private static SubjectId parse(String name) throws ActRefused {
    try {
      return SubjectId.parse(name);
    } catch (IllegalArgumentException wrong) {
      throw new ActRefused("The " + wrong.getMessage() + ".");
    }
  }

  private List<SubjectId> called(String id) {
    Stream<SubjectId> inAccounts =
        RulesVersions.readOnce(state).current().stream()
            .flatMap(rules -> rules.banks().keySet().stream())
            .map(bank -> new SubjectId(SubjectId.Kind.BANK_LINE, bank, id));
    Stream<SubjectId> open =
        new Exceptions(state)
            .list().stream()
                .map(found -> found.subject())
                .filter(subject -> subject.startsWith("bank-line/"))
                .map(SubjectId::parse)
                .filter(subject -> subject.id().equals(id));
    return Stream.concat(inAccounts, open).distinct().toList();
  }

  /**
   * Says what a line was for. The latest word counts.
   *
   * @throws ActRefused if the parts do not make the line's amount, or name an account that the chart lacks
   */
  public SubjectId allocate(BankLine line, List<Part> parts, Who who) throws ActRefused {
    who.require(true);
    List<EnteredLeg> legs = new ArrayList<>();
    long sum = 0;
    for (Part part : parts) {
      require(line, part);
      sum = Math.addExact(sum, part.amount().minor());
      long minor = Math.multiplyExact(part.amount().minor(), -Long.signum(line.amountMinor()));
      legs.add(new EnteredLeg(part.account(), line.currency(), minor, minor, part.reference()));
    }
    long wanted = Math.absExact(line.amountMinor());
    if (sum != wanted) {
      throw new ActRefused(
          "The parts make "
              + new Money(sum, line.currency()).words()
              + ", and the line is over "
              + new Money(wanted, line.currency()).words()
              + ". Nothing was told.");
    }
    Instant now = clock.instant();
    List<MessageId> _ =
        desk.tell(
            List.of(
                new BankAllocation(
                    line.origin(),
                    new Reference(line.id().value()),
                    now.toEpochMilli(),
                    legs,
                    who.reason(),
                    who.by(),
                    who.reason(),
                    now)));
    return subject(line);
  }

  private static void require(BankLine line, Part part) throws ActRefused {
    AccountCode account;
    try {
      account = AccountCode.parse(part.account());
    } catch (IllegalArgumentException wrong) {
      throw new ActRefused("The " + wrong.getMessage() + ".");
    }
    if (!ChartOfAccounts.has(account)) {
      throw new ActRefused("The chart has no account " + part.account() + ".");
    }
    if (account.number() == 1000) {
      throw new ActRefused(
          "Account 1000 is moved by bank lines alone: between two banks, allocate each side to 1007.");
    }
    if (part.amount().minor() == 0 || !part.amount().currency().equals(line.currency())) {
      throw new ActRefused(
          "A part is "
              + part.amount().words()
              + ", expected one in "
              + line.currency()
              + " and not zero.");
    }
  }

  /**
   * Confirms that a line is the arrival, or the return, of a payout.
   *
   * @throws ActRefused if there is no such payout, its amount is another, or the line is another's
   */
  public SubjectId confirm(BankLine line, String payout, Who who) throws ActRefused {
    who.require(true);
    Payout found = payout(payout);
    Money amount = new Money(found.amountMinor(), found.currency());
    Money arrived = new Money(line.amountMinor(), line.currency());
    boolean fits =
        found.currency().equals(line.currency())
            && Math.absExact(found.amountMinor()) == Math.absExact(line.amountMinor());
    if (!fits) {
      throw new ActRefused(
          "Payout "
              + payout
              + " is over "
              + amount.words()
              + ", and the line over "
              + arrived.words()
              + ".");
    }
    Optional<BankMatch> known = facts(subject(line), BankMatch.class).findFirst();
    if (known.isPresent()) {
      throw new ActRefused("The line is payout " + known.get().payout() + " already.");
    }
    Instant now = clock.instant();
    List<Fact> told =
        List.of(
            new BankMatch(
                line.origin(),
                new BankLineId(line.id().value()),
                found.origin(),
                found.id(),
                who.reason(),
                who.by(),
                now),
            new Told(
                Bookkeeper.own(book),
                new Reference("match/" + now),
                "bank line " + line.id() + " is payout " + payout,
                who.by(),
                who.reason(),
                now));
    List<MessageId> _ = desk.tell(told);
    return subject(line);
  }

  private Payout payout(String id) throws ActRefused {
    List<Payout> found =
        state.list(StateStore.Kind.PAYOUT).stream()
            .map(item -> SubjectId.parse(item.id()))
            .filter(subject -> subject.id().equals(id) || subject.toString().equals(id))
            .flatMap(subject -> facts(subject, Payout.class).reduce((_, newer) -> newer).stream())
            .toList();
    if (found.size() != 1) {
      throw new ActRefused(
          found.isEmpty()
              ? "There is no payout '" + id + "'."
              : "Several payouts are called '" + id + "'. Give it as 'exceptions' shows it.");
    }
    return found.getFirst();
  }

  private static SubjectId subject(BankLine line) {
    return new SubjectId(SubjectId.Kind.BANK_LINE, line.origin(), line.id().value());
  }

  private <T extends Fact> Stream<T> facts(SubjectId subject, Class<T> kind) {
    return ledger.read(subject).stream()
        .flatMap(step -> step.facts().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
