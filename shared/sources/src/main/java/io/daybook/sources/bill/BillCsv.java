package io.daybook.sources.bill;

import io.daybook.events.Bill;
import io.daybook.events.Reference;
import io.daybook.ledger.Money;
import io.daybook.sources.bill.BillReading.Tax;
import io.daybook.sources.reading.CsvTable;
import io.daybook.sources.reading.CsvTable.Row;
import io.daybook.sources.reading.Misreadings;
import io.daybook.sources.reading.WrittenAmount;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A biller's CSV file under a mapping. */
final class BillCsv {
  /** A bill while its rows are read. */
  private record Open(
      Row first, LocalDate issuedOn, Optional<LocalDate> dueOn, List<ToldBill.Item> items) {}

  private final BillMapping mapping;
  private final BillReading reading;
  private final CsvTable table;
  private final Map<Reference, Open> bills = new LinkedHashMap<>();

  private BillCsv(BillMapping mapping, BillReading reading, CsvTable table) {
    this.mapping = mapping;
    this.reading = reading;
    this.table = table;
  }

  /**
   * All bills of a file.
   *
   * @throws Misreadings with everything that is wrong
   */
  static List<ToldBill> read(byte[] bytes, BillMapping mapping, BillReading reading) {
    BillCsv csv = new BillCsv(mapping, reading, CsvTable.read(bytes, mapping.shape()));
    csv.checkColumns();
    csv.table.requireSound();
    csv.table.rows().forEach(csv::take);
    if (csv.table.rows().isEmpty()) {
      csv.table.problem(1, "the file", "at least one row");
    }
    csv.table.requireSound();
    return csv.told();
  }

  private void checkColumns() {
    for (String column : List.of(mapping.number(), mapping.issued(), mapping.amount())) {
      int _ = table.column(column);
    }
    mapping.due().ifPresent(table::column);
    mapping.tax().ifPresent(table::column);
    mapping.forWhat().ifPresent(table::column);
    mapping.kindColumn().ifPresent(table::column);
  }

  private String at(Row row, String column) {
    return CsvTable.at(row, table.column(column));
  }

  private void take(Row row) {
    Optional<Reference> number = reference(row, mapping.number());
    if (number.isEmpty()) {
      table.problem(row.line(), mapping.number(), "the number of the bill");
      return;
    }
    Optional<LocalDate> issued = day(row, mapping.issued());
    Optional<LocalDate> due =
        mapping
            .due()
            .filter(column -> !at(row, column).isEmpty())
            .flatMap(column -> day(row, column));
    Optional<Money> amount = money(row, mapping.amount());
    Optional<Money> tax =
        mapping
            .tax()
            .filter(column -> !at(row, column).isEmpty())
            .flatMap(column -> money(row, column));
    if (issued.isEmpty() || amount.isEmpty()) {
      return;
    }
    Open open =
        bills.computeIfAbsent(
            number.get(), n -> new Open(row, issued.get(), due, new ArrayList<>()));
    if (!open.issuedOn().equals(issued.get())) {
      table.problem(row.line(), mapping.issued(), "one date for all rows of a bill");
    }
    Optional<Reference> forWhat = mapping.forWhat().flatMap(column -> reference(row, column));
    add(open, kind(row), amount.get(), forWhat);
    tax.ifPresent(money ->
        add(
            open,
            reading.tax() == Tax.CLAIMED_BACK ? Bill.Kind.INPUT_VAT : kind(row),
            money,
            reading.tax() == Tax.CLAIMED_BACK ? Optional.empty() : forWhat));
  }

  private static void add(Open open, Bill.Kind kind, Money amount, Optional<Reference> forWhat) {
    if (amount.minor() != 0) {
      open.items().add(new ToldBill.Item(kind, amount.minor(), forWhat));
    }
  }

  private Bill.Kind kind(Row row) {
    return mapping
        .kindColumn()
        .map(column -> at(row, column).toLowerCase(Locale.ROOT))
        .flatMap(word -> Optional.ofNullable(mapping.kinds().get(word)))
        .orElse(reading.kind());
  }

  private Optional<Reference> reference(Row row, String column) {
    try {
      return at(row, column).isEmpty()
          ? Optional.empty()
          : Optional.of(new Reference(at(row, column)));
    } catch (IllegalArgumentException e) {
      table.problem(row.line(), column, "a number of at most 200 characters");
      return Optional.empty();
    }
  }

  private Optional<LocalDate> day(Row row, String column) {
    try {
      return Optional.of(LocalDate.parse(at(row, column), mapping.dateFormat()));
    } catch (DateTimeException e) {
      table.problem(
          row.line(),
          column,
          "a day written as " + mapping.settings().getOrDefault("date-format", "yyyy-MM-dd"));
      return Optional.empty();
    }
  }

  private Optional<Money> money(Row row, String column) {
    Optional<Money> money =
        WrittenAmount.withDecimal(
            at(row, column).replaceAll("[$€£¥]", ""),
            mapping.shape().decimal(),
            mapping.currency());
    if (money.isEmpty()) {
      table.problem(
          row.line(),
          column,
          "an amount such as 12"
              + mapping.shape().decimal()
              + "34, exact in "
              + mapping.currency());
    }
    return money;
  }

  private List<ToldBill> told() {
    List<ToldBill> told = new ArrayList<>();
    bills.forEach((number, open) ->
        told.add(
            new ToldBill(
                open.first().line(),
                number,
                mapping.currency(),
                open.issuedOn(),
                open.dueOn()
                    .or(() -> mapping.dueDays().map(days -> open.issuedOn().plusDays(days))),
                open.items())));
    return List.copyOf(told);
  }
}
