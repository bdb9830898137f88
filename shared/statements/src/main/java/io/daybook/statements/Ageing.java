package io.daybook.statements;

import io.daybook.events.CurrencyCode;
import io.daybook.ledger.AccountCode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ChartOfAccounts;
import io.daybook.ledger.Money;
import io.daybook.statements.TableReport.Cell;
import io.daybook.statements.TableReport.Column;
import io.daybook.statements.TableReport.Row;
import io.daybook.statements.TableReport.Section;
import io.daybook.statements.TableReport.Side;
import io.daybook.statements.TableReport.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is owed to suppliers, carriers and others, by how long it is overdue. What is owed is positive; each account's total
 * is its balance.
 */
public final class Ageing {
  /**
   * Something that is owed.
   *
   * @param account where it stands, such as {@code 2000:roaster}
   * @param reference the bill, or what it was accrued for; empty for what stands there without one
   * @param since when it began
   * @param due when it is to be paid
   * @param owed positive if it is owed
   */
  public record Item(
      AccountCode account, String reference, LocalDate since, LocalDate due, Money owed) {}

  /** How long something is overdue. */
  private enum Bucket {
    NOT_DUE("Not due", 0),
    MONTH("1 to 30 days", 30),
    TWO("31 to 60 days", 60),
    THREE("61 to 90 days", 90),
    MORE("Over 90 days", Long.MAX_VALUE);

    private final String words;
    private final long days;

    Bucket(String words, long days) {
      this.words = words;
      this.days = days;
    }

    private static Bucket of(LocalDate due, LocalDate asOf) {
      long overdue = ChronoUnit.DAYS.between(due, asOf);
      for (Bucket bucket : values()) {
        if (overdue <= bucket.days) {
          return bucket;
        }
      }
      return MORE;
    }
  }

  private Ageing() {}

  /** The statement as of a day. */
  public static TableReport of(Book book, LocalDate asOf, List<Item> items) {
    SortedMap<Integer, List<Item>> byAccount = new TreeMap<>();
    items.forEach(item ->
        byAccount.computeIfAbsent(item.account().number(), _ -> new ArrayList<>()).add(item));
    List<Section> sections = new ArrayList<>();
    byAccount.forEach((number, owed) ->
        sections.add(
            new Section(
                number + " " + ChartOfAccounts.account(AccountCode.of(number)).name(),
                rows(owed, asOf))));
    if (sections.isEmpty()) {
      sections.add(new Section("2000 " + name(), List.of()));
    }
    return new TableReport(
        "Ageing of payables", List.of(book.name() + ", as of " + asOf), columns(), sections);
  }

  private static String name() {
    return ChartOfAccounts.account(AccountCode.of(2000)).name();
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (String words : List.of("Owed to", "Reference", "Since", "Due", "Currency")) {
      columns.add(new Column(words, Side.LEFT));
    }
    for (Bucket bucket : Bucket.values()) {
      columns.add(new Column(bucket.words, Side.RIGHT));
    }
    columns.add(new Column("Total", Side.RIGHT));
    return columns;
  }

  private static List<Row> rows(List<Item> items, LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    SortedMap<CurrencyCode, SortedMap<Bucket, Long>> totals = new TreeMap<>();
    items.stream()
        .sorted(
            Comparator.comparing(Item::account)
                .thenComparing(Item::due)
                .thenComparing(Item::reference))
        .forEach(item -> {
          Bucket bucket = Bucket.of(item.due(), asOf);
          SortedMap<Bucket, Long> place = new TreeMap<>();
          place.put(bucket, item.owed().minor());
          rows.add(
              row(
                  Standing.ITEM,
                  List.of(
                      item.account().qualifier(),
                      item.reference(),
                      item.since().toString(),
                      item.due().toString()),
                  item.owed().currency(),
                  place));
          totals
              .computeIfAbsent(item.owed().currency(), _ -> new TreeMap<>())
              .merge(bucket, item.owed().minor(), Math::addExact);
        });
    totals.forEach((currency, total) ->
        rows.add(row(Standing.TOTAL, List.of("Total", "", "", ""), currency, total)));
    return rows;
  }

  private static Row row(
      Standing standing,
      List<String> words,
      CurrencyCode currency,
      SortedMap<Bucket, Long> amounts) {
    List<Cell> cells = new ArrayList<>();
    words.forEach(word -> cells.add(new Cell.Text(word)));
    cells.add(new Cell.Text(currency.value()));
    long total = 0;
    for (Bucket bucket : Bucket.values()) {
      long minor = amounts.getOrDefault(bucket, 0L);
      total = Math.addExact(total, minor);
      cells.add(
          amounts.containsKey(bucket)
              ? new Cell.Amount(new Money(minor, currency))
              : new Cell.Blank());
    }
    cells.add(new Cell.Amount(new Money(total, currency)));
    return new Row(standing, cells);
  }
}
