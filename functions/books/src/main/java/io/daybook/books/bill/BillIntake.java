package io.daybook.books.bill;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Teller;
import io.daybook.books.acts.Telling;
import io.daybook.books.acts.Who;
import io.daybook.books.bank.Mappings;
import io.daybook.events.Bill;
import io.daybook.events.Fact;
import io.daybook.events.Origin;
import io.daybook.events.Reference;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.LedgerStore;
import io.daybook.ledger.Money;
import io.daybook.ledger.Rules;
import io.daybook.ledger.RulesVersions;
import io.daybook.ledger.SubjectId;
import io.daybook.sources.FileProblem;
import io.daybook.sources.bill.BillFile;
import io.daybook.sources.bill.BillFiles;
import io.daybook.sources.bill.BillMapping;
import io.daybook.sources.bill.BillReading;
import io.daybook.sources.bill.ToldBill;
import io.daybook.storage.deployment.Deployment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes a file of bills into a book, all of it or nothing. */
public final class BillIntake {
  /** An entry has at most 200 legs; an item has up to two, and there are the tax and what is owed. */
  static final int MOST_ITEMS = 90;

  private final Deployment deployment;
  private final Book book;
  private final Teller teller;
  private final LedgerStore ledger;

  /** Takes files into a book. */
  public BillIntake(Deployment deployment, Book book, Teller teller) {
    this.deployment = deployment;
    this.book = book;
    this.teller = teller;
    this.ledger = deployment.stores().ledger(book);
  }

  /**
   * Takes a file.
   *
   * @throws BillRefused naming file, line, field and what was expected
   */
  public ImportedBills take(String file, byte[] bytes, BillRequest request, Who who)
      throws BillRefused {
    Whole whole = read(file, bytes, request);
    if (!whole.facts().isEmpty()) {
      tell(whole.facts(), who);
    }
    return new ImportedBills(whole.bills());
  }

  /**
   * Says what taking the file would bring, and takes nothing.
   *
   * @throws BillRefused as taking it would
   */
  public ImportedBills look(String file, byte[] bytes, BillRequest request) throws BillRefused {
    return new ImportedBills(read(file, bytes, request).bills());
  }

  /** A file that was read: what would be told, and what that comes to. */
  private record Whole(List<Fact> facts, List<ImportedBills.One> bills) {}

  private Whole read(String file, byte[] bytes, BillRequest request) throws BillRefused {
    Origin biller = biller(request);
    Rules rules =
        new RulesVersions(deployment.stores().state(book))
            .current()
            .orElseThrow(() ->
                new BillRefused(
                    "Book '" + book + "' has no connection yet: connect a shop first."));
    List<Fact> facts = new ArrayList<>();
    List<ImportedBills.One> imported = new ArrayList<>();
    for (ToldBill told : bills(file, bytes, request)) {
      imported.addAll(bill(told, biller, rules, facts));
    }
    return new Whole(facts, imported);
  }

  private void tell(List<Fact> facts, Who who) throws BillRefused {
    try {
      Telling.Result _ = new Telling(deployment, book, teller).tell(facts, who);
    } catch (ActRefused refused) {
      throw new BillRefused(refused.words());
    }
  }

  private static Origin biller(BillRequest request) throws BillRefused {
    try {
      AccountCode _ = AccountCode.parse("2000:" + request.biller());
      return new Origin(
          request.kind() == Bill.Kind.CARRIAGE || request.kind() == Bill.Kind.DUTY
              ? "carrier"
              : "supplier",
          request.biller());
    } catch (IllegalArgumentException wrongName) {
      throw new BillRefused("The biller's name: " + wrongName.getMessage() + ".");
    }
  }

  private List<ToldBill> bills(String file, byte[] bytes, BillRequest request) throws BillRefused {
    return switch (BillFiles.read(
        file, bytes, new BillReading(request.kind(), request.tax(), mapping(request)))) {
      case BillFile.Bills read -> read.bills();
      case BillFile.Refused refused ->
          throw new BillRefused(
              refused.problems().stream()
                      .map(FileProblem::toString)
                      .collect(Collectors.joining(System.lineSeparator()))
                  + ". Nothing was imported.");
    };
  }

  private Optional<BillMapping> mapping(BillRequest request) throws BillRefused {
    String name = request.mapping().orElse(request.biller());
    Optional<Map<String, String>> settings =
        new Mappings(deployment.stores().state(book)).find(Mappings.Kind.BILL, name);
    if (settings.isEmpty()) {
      if (request.mapping().isPresent()) {
        throw new BillRefused(
            "There is no mapping '" + name + "'. './daybook mapping --bill' shows and saves them.");
      }
      return Optional.empty();
    }
    return switch (BillMapping.parse(settings.get())) {
      case BillMapping.Parsed.Mapping parsed -> Optional.of(parsed.mapping());
      case BillMapping.Parsed.Wrong wrong ->
          throw new BillRefused("The mapping is wrong: " + String.join("; ", wrong.problems()));
    };
  }

  private List<ImportedBills.One> bill(
      ToldBill told, Origin biller, Rules rules, List<Fact> facts) {
    List<ImportedBills.One> imported = new ArrayList<>();
    for (int from = 0; from < told.items().size(); from += MOST_ITEMS) {
      List<ToldBill.Item> items =
          told.items().subList(from, Math.min(from + MOST_ITEMS, told.items().size()));
      Reference id =
          from == 0
              ? told.number()
              : new Reference(told.number() + " (" + (from / MOST_ITEMS + 1) + ")");
      imported.add(part(told, id, items, biller, rules, facts));
    }
    return imported;
  }

  private ImportedBills.One part(
      ToldBill told,
      Reference id,
      List<ToldBill.Item> items,
      Origin biller,
      Rules rules,
      List<Fact> facts) {
    SubjectId subject = new SubjectId(SubjectId.Kind.BILL, biller, id.value());
    Optional<Bill> before = newest(subject);
    Expected expected = new Expected(ledger, rules, subject, told.issuedOn());
    Bill bill =
        new Bill(
            biller,
            id,
            before.map(Bill::version).orElse(0L) + 1,
            told.currency(),
            told.issuedOn(),
            told.dueOn().orElse(told.issuedOn()),
            items.stream()
                .map(item ->
                    new Bill.Item(item.kind(), item.minor(), expected.take(item), item.forWhat()))
                .toList());
    boolean known = before.filter(old -> same(old, bill)).isPresent();
    if (!known) {
      facts.add(bill);
    }
    return imported(
        bill,
        known
            ? ImportedBills.Outcome.KNOWN
            : before.isPresent() ? ImportedBills.Outcome.CORRECTED : ImportedBills.Outcome.NEW);
  }

  /** What was expected may have changed since; what is billed is what the file tells. */
  private static boolean same(Bill old, Bill bill) {
    return told(old).equals(told(bill));
  }

  private static Bill told(Bill bill) {
    return new Bill(
        bill.origin(),
        bill.id(),
        0,
        bill.currency(),
        bill.issuedOn(),
        bill.dueOn(),
        bill.items().stream()
            .map(item -> new Bill.Item(item.kind(), item.minor(), 0, item.forWhat()))
            .toList());
  }

  private Optional<Bill> newest(SubjectId subject) {
    return ledger.read(subject).stream()
        .flatMap(step -> step.facts().stream())
        .filter(Bill.class::isInstance)
        .map(Bill.class::cast)
        .max(Comparator.comparingLong(Bill::version));
  }

  private static ImportedBills.One imported(Bill bill, ImportedBills.Outcome outcome) {
    long owed = 0;
    long variance = 0;
    int compared = 0;
    int unexpected = 0;
    for (Bill.Item item : bill.items()) {
      owed = item.kind() == Bill.Kind.SELF_ASSESSED_VAT ? owed : Math.addExact(owed, item.minor());
      if (item.expectedMinor() != 0) {
        variance = Math.addExact(variance, Math.subtractExact(item.minor(), item.expectedMinor()));
        compared++;
      } else if (Expected.isCompared(item.kind())) {
        unexpected++;
      }
    }
    return new ImportedBills.One(
        bill.id().value(),
        outcome,
        new Money(owed, bill.currency()).toString(),
        bill.dueOn().toString(),
        bill.items().size(),
        compared == 0 ? "" : new Money(variance, bill.currency()).toString(),
        unexpected);
  }
}
