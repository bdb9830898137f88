package io.daybook.sources.bank.ofx;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import io.daybook.sources.bank.entry.AccountNumber;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.EntryText;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.sources.bank.entry.ToldBalances;
import io.daybook.sources.bank.entry.ToldStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A statement of a bank account ({@code STMTRS}) or of a credit card ({@code CCSTMTRS}). */
final class OfxStatement {
  private final OfxElement statement;
  private final CurrencyCode currency;
  private final long serverMillis;

  OfxStatement(OfxElement statement, long serverMillis) {
    this.statement = statement;
    this.currency = OfxValues.currency(statement);
    this.serverMillis = serverMillis;
  }

  ToldStatement told() {
    OfxElement account =
        statement
            .child("BANKACCTFROM")
            .or(() -> statement.child("CCACCTFROM"))
            .orElseThrow(() -> statement.expected("the account (BANKACCTFROM or CCACCTFROM)"));
    OfxElement id = OfxValues.need(account, "ACCTID");
    String number = AccountNumber.normal(id.text());
    if (number.length() > AccountNumber.LONGEST
        || number.chars().anyMatch(Character::isISOControl)) {
      throw id.expected("the account's number");
    }
    List<BankEntry> entries =
        statement
            .all("BANKTRANLIST")
            .flatMap(list -> list.all("STMTTRN"))
            .map(this::entry)
            .toList();
    return new ToldStatement(
        id.line(),
        "ACCTID",
        Optional.of(number),
        statement
            .child("LEDGERBAL")
            .flatMap(balance -> balance.child("DTASOF"))
            .map(OfxValues::millis)
            .map(asOf -> Math.max(asOf, serverMillis))
            .orElse(serverMillis),
        balances(entries),
        entries,
        pending());
  }

  private BankEntry entry(OfxElement line) {
    EntryText text = text(line);
    return new BankEntry(
        line.line(),
        OfxValues.amount(OfxValues.need(line, "TRNAMT"), currency),
        OfxValues.day(OfxValues.need(line, "DTPOSTED")),
        Optional.empty(),
        EntryText.code(line.value("TRNTYPE").orElse("")),
        text.references(),
        text.digest());
  }

  private List<PendingLine> pending() {
    return statement
        .all("BANKTRANLISTP")
        .flatMap(list -> list.all("STMTTRNP"))
        .map(line ->
            new PendingLine(
                line.child("DTEXPIRE").or(() -> line.child("DTTRAN")).map(OfxValues::day),
                OfxValues.amount(OfxValues.need(line, "TRNAMT"), currency),
                EntryText.code(line.value("TRNTYPE").orElse("")),
                text(line).references()))
        .toList();
  }

  private static EntryText text(OfxElement line) {
    EntryText text = new EntryText();
    line.value("FITID").ifPresent(text::passingId);
    line.value("CHECKNUM").ifPresent(text::id);
    line.value("REFNUM").ifPresent(text::id);
    line.value("NAME").ifPresent(text::text);
    line.child("PAYEE").flatMap(payee -> payee.value("NAME")).ifPresent(text::party);
    line.value("MEMO").ifPresent(text::text);
    return text;
  }

  /**
   * OFX has the balance as of a moment and no opening one. What was booked on that moment's day may not be all of the day:
   * the balance at the end of the day before is the balance less those lines, and what was listed leads back to an opening
   * one. That proves nothing about the file itself, and everything about what lies between two files.
   */
  private Optional<ToldBalances> balances(List<BankEntry> entries) {
    Optional<OfxElement> balance = statement.child("LEDGERBAL");
    Optional<OfxElement> list = statement.child("BANKTRANLIST");
    if (balance.isEmpty()
        || list.isEmpty()
        || balance.get().value("BALAMT").isEmpty()
        || balance.get().value("DTASOF").isEmpty()
        || list.get().value("DTSTART").isEmpty()
        || list.get().value("DTEND").isEmpty()) {
      return Optional.empty();
    }
    LocalDate asOf = OfxValues.day(OfxValues.need(balance.get(), "DTASOF"));
    LocalDate start = OfxValues.day(OfxValues.need(list.get(), "DTSTART"));
    LocalDate end = OfxValues.day(OfxValues.need(list.get(), "DTEND"));
    LocalDate to = asOf.minusDays(1);
    boolean listed = !end.isBefore(asOf) && !start.isAfter(to);
    boolean inside =
        entries.stream().noneMatch(e -> e.bookedOn().isBefore(start) || e.bookedOn().isAfter(asOf));
    if (!listed || !inside) {
      return Optional.empty();
    }
    Money held = OfxValues.amount(OfxValues.need(balance.get(), "BALAMT"), currency);
    long closing =
        Math.subtractExact(
            held.minor(), sum(entries.stream().filter(e -> e.bookedOn().equals(asOf))));
    long opening =
        Math.subtractExact(closing, sum(entries.stream().filter(e -> !e.bookedOn().equals(asOf))));
    return Optional.of(
        new ToldBalances(new Reference(start + ".." + to), currency, start, to, opening, closing));
  }

  private static long sum(Stream<BankEntry> entries) {
    return entries.mapToLong(e -> e.amount().minor()).reduce(0L, Math::addExact);
  }
}
