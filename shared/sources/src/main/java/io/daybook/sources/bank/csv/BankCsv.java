package io.daybook.sources.bank.csv;

import io.daybook.events.CurrencyCode;
import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import io.daybook.sources.bank.csv.BankMapping.AmountColumns;
import io.daybook.sources.bank.csv.BankMapping.CurrencyOf;
import io.daybook.sources.bank.entry.AccountNumber;
import io.daybook.sources.bank.entry.BankEntry;
import io.daybook.sources.bank.entry.EntryText;
import io.daybook.sources.bank.entry.PendingLine;
import io.daybook.sources.bank.entry.ToldBalances;
import io.daybook.sources.bank.entry.ToldStatement;
import io.daybook.sources.reading.CsvTable;
import io.daybook.sources.reading.CsvTable.Row;
import io.daybook.sources.reading.Misreadings;
import io.daybook.sources.reading.WrittenAmount;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bank's CSV file under a mapping. */
public final class BankCsv {
  /** A row that was read. */
  private record Line(BankEntry entry, Optional<Money> balance) {}

  private final BankMapping mapping;
  private final CsvTable table;

  private BankCsv(BankMapping mapping, CsvTable table) {
    this.mapping = mapping;
    this.table = table;
  }

  /**
   * All of a file: one statement.
   *
   * @throws Misreadings with everything that is wrong
   */
  public static List<ToldStatement> read(byte[] bytes, BankMapping mapping) {
    return List.of(new BankCsv(mapping, CsvTable.read(bytes, mapping.shape())).told());
  }

  private ToldStatement told() {
    checkColumns();
    table.requireSound();
    List<Line> booked = new ArrayList<>();
    List<PendingLine> pending = new ArrayList<>();
    for (Row row : table.rows()) {
      line(row)
          .ifPresent(line -> {
            if (isPending(row)) {
              pending.add(line.entry().toPending());
            } else {
              booked.add(line);
            }
          });
    }
    table.requireSound();
    List<Line> inOrder = oldestFirst(booked);
    List<BankEntry> entries = inOrder.stream().map(Line::entry).toList();
    return new ToldStatement(
        1,
        "the file",
        mapping.account().map(AccountNumber::normal),
        entries.isEmpty()
            ? 0L
            : entries
                .getLast()
                .bookedOn()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli(),
        balances(inOrder),
        entries,
        pending);
  }

  /** Says of every column of the mapping whether the file has it, before any row is looked at. */
  private void checkColumns() {
    int _ = table.column(mapping.date());
    switch (mapping.amount()) {
      case AmountColumns.Signed(String column, _) -> {
        int _ = table.column(column);
      }
      case AmountColumns.DebitCredit(String debit, String credit) -> {
        int _ = table.column(debit);
        int _ = table.column(credit);
      }
      case AmountColumns.Marked(String column, String mark, _) -> {
        int _ = table.column(column);
        int _ = table.column(mark);
      }
    }
    if (mapping.currency() instanceof CurrencyOf.Column(String name)) {
      int _ = table.column(name);
    }
    mapping.texts().forEach(table::column);
    mapping.ids().forEach(table::column);
    mapping.parties().forEach(table::column);
    mapping.code().ifPresent(table::column);
    mapping.balance().ifPresent(table::column);
    mapping.status().ifPresent(status -> table.column(status.column()));
  }

  private String at(Row row, String column) {
    return CsvTable.at(row, table.column(column));
  }

  private boolean isPending(Row row) {
    return mapping
        .status()
        .filter(status ->
            status.pendingWords().stream().anyMatch(at(row, status.column())::equalsIgnoreCase))
        .isPresent();
  }

  private Optional<Line> line(Row row) {
    Optional<LocalDate> day = day(row);
    Optional<CurrencyCode> currency = currency(row);
    Optional<Money> amount = currency.flatMap(code -> amount(row, code));
    if (day.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    EntryText text = new EntryText();
    mapping.ids().forEach(column -> text.id(at(row, column)));
    mapping.texts().forEach(column -> text.text(at(row, column)));
    mapping.parties().forEach(column -> text.party(at(row, column)));
    BankEntry entry =
        new BankEntry(
            row.line(),
            amount.get(),
            day.get(),
            Optional.empty(),
            EntryText.code(mapping.code().map(column -> at(row, column)).orElse("")),
            text.references(),
            text.digest());
    return Optional.of(
        new Line(
            entry,
            mapping
                .balance()
                .filter(column -> !at(row, column).isEmpty())
                .flatMap(column -> money(row, column, currency.get()))));
  }

  private Optional<LocalDate> day(Row row) {
    try {
      return Optional.of(LocalDate.parse(at(row, mapping.date()), mapping.dateFormat()));
    } catch (DateTimeException e) {
      table.problem(
          row.line(),
          mapping.date(),
          "a day written as " + mapping.settings().getOrDefault("date-format", "yyyy-MM-dd"));
      return Optional.empty();
    }
  }

  private Optional<CurrencyCode> currency(Row row) {
    return switch (mapping.currency()) {
      case CurrencyOf.Fixed(CurrencyCode code) -> Optional.of(code);
      case CurrencyOf.Column(String name) -> {
        try {
          yield Optional.of(new CurrencyCode(at(row, name)));
        } catch (IllegalArgumentException e) {
          table.problem(row.line(), name, "a currency such as EUR");
          yield Optional.empty();
        }
      }
    };
  }

  private Optional<Money> amount(Row row, CurrencyCode currency) {
    return switch (mapping.amount()) {
      case AmountColumns.Signed(String column, BankMapping.Direction direction) ->
          money(row, column, currency)
              .map(money -> direction == BankMapping.Direction.IN ? money : money.negated());
      case AmountColumns.Marked(String column, String mark, List<String> words) ->
          money(row, column, currency)
              .map(money ->
                  words.stream().anyMatch(at(row, mark)::equalsIgnoreCase)
                      ? money.negated()
                      : money);
      case AmountColumns.DebitCredit(String debit, String credit) ->
          debitOrCredit(row, debit, credit, currency);
    };
  }

  private Optional<Money> debitOrCredit(
      Row row, String debit, String credit, CurrencyCode currency) {
    Money out = at(row, debit).isEmpty() ? null : money(row, debit, currency).orElse(null);
    Money in = at(row, credit).isEmpty() ? null : money(row, credit, currency).orElse(null);
    if (at(row, debit).isEmpty() && at(row, credit).isEmpty()) {
      table.problem(row.line(), debit + " or " + credit, "an amount in one of them");
      return Optional.empty();
    }
    long minor = 0;
    if (out != null) {
      // Some banks write a sign in the column of what goes out, others none.
      minor = Math.subtractExact(minor, Math.absExact(out.minor()));
    }
    if (in != null) {
      minor = Math.addExact(minor, in.minor());
    }
    return Optional.of(new Money(minor, currency));
  }

  private Optional<Money> money(Row row, String column, CurrencyCode currency) {
    Optional<Money> money =
        WrittenAmount.withDecimal(bare(at(row, column)), mapping.shape().decimal(), currency);
    if (money.isEmpty()) {
      table.problem(
          row.line(),
          column,
          "an amount such as 1234" + mapping.shape().decimal() + "56, exact in " + currency);
    }
    return money;
  }

  /** Brackets and a sign at the end mean less than nothing; currency signs say nothing that the mapping does not. */
  private static String bare(String text) {
    String bare = text.replaceAll("[$€£¥\\s\u00a0]|[A-Z]{3}", "");
    if (bare.startsWith("(") && bare.endsWith(")") && bare.length() > 2) {
      return "-" + bare.substring(1, bare.length() - 1);
    }
    return bare.endsWith("-") && bare.length() > 1
        ? "-" + bare.substring(0, bare.length() - 1)
        : bare;
  }

  /** Banks list the newest row first or last; within one day, the balances tell. */
  private static List<Line> oldestFirst(List<Line> lines) {
    if (lines.size() < 2) {
      return lines;
    }
    LocalDate first = lines.getFirst().entry().bookedOn();
    LocalDate last = lines.getLast().entry().bookedOn();
    boolean newestFirst =
        first.isAfter(last) || (first.equals(last) && leads(lines.get(1), lines.getFirst()));
    return newestFirst ? lines.reversed() : lines;
  }

  private static boolean leads(Line from, Line to) {
    return from.balance().isPresent()
        && to.balance().isPresent()
        && from.balance().get().currency().equals(to.balance().get().currency())
        && to.entry().amount().currency().equals(to.balance().get().currency())
        && from.balance().get().plus(to.entry().amount()).equals(to.balance().get());
  }

  /** With a balance after each row, the first leads back to the opening one. Rows of several currencies have none. */
  private static Optional<ToldBalances> balances(List<Line> lines) {
    if (lines.isEmpty()
        || lines.stream().anyMatch(line -> line.balance().isEmpty())
        || lines.stream().map(line -> line.entry().amount().currency()).distinct().count() != 1) {
      return Optional.empty();
    }
    Line first = lines.getFirst();
    Line last = lines.getLast();
    LocalDate from = first.entry().bookedOn();
    LocalDate to = last.entry().bookedOn();
    Money opening = first.balance().orElseThrow().minus(first.entry().amount());
    return Optional.of(
        new ToldBalances(
            new Reference(from + ".." + to),
            opening.currency(),
            from,
            to,
            opening.minor(),
            last.balance().orElseThrow().minor()));
  }
}
